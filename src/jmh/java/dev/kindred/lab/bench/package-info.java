/** Microbenchmarks of the hot paths. */
@NullMarked
package dev.kindred.lab.bench;

import org.jspecify.annotations.NullMarked;
