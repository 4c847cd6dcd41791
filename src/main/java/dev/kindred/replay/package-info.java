/** Produces events and items to the stream, at a given pace, with progress and a report of rejected lines. */
@NullMarked
package dev.kindred.replay;

import org.jspecify.annotations.NullMarked;
