/** Reads recorded interaction logs of several formats, and catalogs of items, line by line. */
@NullMarked
package dev.kindred.logs;

import org.jspecify.annotations.NullMarked;
