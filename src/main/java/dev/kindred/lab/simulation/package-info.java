/** A simulated shop whose shoppers have tastes; source of events for demos, load and tests. */
@NullMarked
package dev.kindred.lab.simulation;

import org.jspecify.annotations.NullMarked;
