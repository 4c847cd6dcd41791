/** What instances answer over HTTP on all users of a segment, as a file. */
@NullMarked
package dev.kindred.export;

import org.jspecify.annotations.NullMarked;
