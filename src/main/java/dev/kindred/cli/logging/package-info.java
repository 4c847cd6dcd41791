/** The log of the process: its format, and its length. */
@NullMarked
package dev.kindred.cli.logging;

import org.jspecify.annotations.NullMarked;
