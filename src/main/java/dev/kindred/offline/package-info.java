/** The model and the lists of the stream in one process, from recorded events. */
@NullMarked
package dev.kindred.offline;

import org.jspecify.annotations.NullMarked;
