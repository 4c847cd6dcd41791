/** The commands of the laboratory. */
@NullMarked
package dev.kindred.lab.cli;

import org.jspecify.annotations.NullMarked;
