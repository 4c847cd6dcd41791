/** Microbenchmarks of the hot paths. */
@NullMarked
package dev.kindred.bench;

import org.jspecify.annotations.NullMarked;
