/** Estimates of the earnings of another policy, from choices that were logged with their probabilities. */
@NullMarked
package dev.kindred.lab.offpolicy;

import org.jspecify.annotations.NullMarked;
