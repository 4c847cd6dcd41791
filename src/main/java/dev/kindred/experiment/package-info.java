/** Experiments on lists: the variant of a user, shares that follow outcomes, and the statistics of a comparison. */
@NullMarked
package dev.kindred.experiment;

import org.jspecify.annotations.NullMarked;
