/** Offline evaluation: replays a log through the classes of the stream and scores the lists. */
@NullMarked
package dev.kindred.lab.evaluation;

import org.jspecify.annotations.NullMarked;
