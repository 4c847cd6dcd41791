/** Scenarios: lists for places in the shop, each with its own weights and rules. */
@NullMarked
package dev.kindred.scenario;

import org.jspecify.annotations.NullMarked;
