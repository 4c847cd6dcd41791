/** Producing events and items to the stream: at a pace, with progress, and with an account of what was left out. */
@NullMarked
package dev.kindred.replay;

import org.jspecify.annotations.NullMarked;
