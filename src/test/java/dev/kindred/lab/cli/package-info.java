/** Tests of the commands. */
@NullMarked
package dev.kindred.lab.cli;

import org.jspecify.annotations.NullMarked;
