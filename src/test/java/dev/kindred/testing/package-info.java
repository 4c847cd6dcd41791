/** Helpers that tests of every package share: seeded random input, streams of events, golden bytes, and the ports in memory. */
@NullMarked
package dev.kindred.testing;

import org.jspecify.annotations.NullMarked;
