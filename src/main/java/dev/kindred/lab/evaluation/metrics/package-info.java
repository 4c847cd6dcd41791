/** Metrics of the quality of recommendation lists. */
@NullMarked
package dev.kindred.lab.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
