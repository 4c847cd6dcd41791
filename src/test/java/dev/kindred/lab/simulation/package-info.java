/** Tests of the simulated shop. */
@NullMarked
package dev.kindred.lab.simulation;

import org.jspecify.annotations.NullMarked;
