/** Formulas and numeric containers; NaN and infinity never leave this package. */
@NullMarked
package dev.kindred.math;

import org.jspecify.annotations.NullMarked;
