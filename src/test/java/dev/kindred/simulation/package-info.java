/** Tests of the simulated shop. */
@NullMarked
package dev.kindred.simulation;

import org.jspecify.annotations.NullMarked;
