/** How the commands behave. */
@NullMarked
package dev.kindred.cli;

import org.jspecify.annotations.NullMarked;
