/** Regret: the clicks that an experiment costs, measured in a simulated shop where the best variant is known. */
@NullMarked
package dev.kindred.lab.regret;

import org.jspecify.annotations.NullMarked;
