/** Formulas and numeric containers; their results are numbers, never NaN. */
@NullMarked
package dev.kindred.math;

import org.jspecify.annotations.NullMarked;
