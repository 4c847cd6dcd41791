/** Who resembles whom: dot products kept incrementally, and the choice of the nearest neighbors. */
@NullMarked
package dev.kindred.similarity;

import org.jspecify.annotations.NullMarked;
