/** Helpers that tests of every package share: seeded random input. */
@NullMarked
package dev.kindred.testing;

import org.jspecify.annotations.NullMarked;
