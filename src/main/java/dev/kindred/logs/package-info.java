/** Reads recorded interaction logs of several formats, line by line. */
@NullMarked
package dev.kindred.logs;

import org.jspecify.annotations.NullMarked;
