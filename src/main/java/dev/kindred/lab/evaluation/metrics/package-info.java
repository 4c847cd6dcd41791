/** Figures that say how good lists of recommendations are. */
@NullMarked
package dev.kindred.lab.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
