/** The commands that people type. */
@NullMarked
package dev.kindred.cli;

import org.jspecify.annotations.NullMarked;
