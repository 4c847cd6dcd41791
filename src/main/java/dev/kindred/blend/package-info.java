/** One list out of several: scores on one scale, weighted and added up, then boosted and made diverse. */
@NullMarked
package dev.kindred.blend;

import org.jspecify.annotations.NullMarked;
