/** How the commands behave. */
@NullMarked
package dev.kindred.lab.cli;

import org.jspecify.annotations.NullMarked;
