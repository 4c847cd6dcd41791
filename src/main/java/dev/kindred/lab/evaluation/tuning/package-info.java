/** Searches settings that make better lists, with training data alone. */
@NullMarked
package dev.kindred.lab.evaluation.tuning;

import org.jspecify.annotations.NullMarked;
