/** Offline evaluation: replays a log through the classes that the stream uses and scores the lists. */
@NullMarked
package dev.kindred.lab.evaluation;

import org.jspecify.annotations.NullMarked;
