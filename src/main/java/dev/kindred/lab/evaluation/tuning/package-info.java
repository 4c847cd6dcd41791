/** Looks for settings under which lists get better, on training data alone. */
@NullMarked
package dev.kindred.lab.evaluation.tuning;

import org.jspecify.annotations.NullMarked;
