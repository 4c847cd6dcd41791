/** Formulas and numeric containers; no result is ever NaN. */
@NullMarked
package dev.kindred.math;

import org.jspecify.annotations.NullMarked;
