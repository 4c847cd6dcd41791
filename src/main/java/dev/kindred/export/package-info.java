/** Writes the lists of all users of a segment, requested over HTTP, to a file. */
@NullMarked
package dev.kindred.export;

import org.jspecify.annotations.NullMarked;
