package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.similarity.Neighbors;

/**
 * The neighbors found after an event, on their way through one task.
 *
 * @param learned what the user's vector learned, and the vector after it
 * @param neighbors of the user; reused, so they must not be kept beyond the event
 * @param view that they were found in
 * @param startedNs when the search began, as {@link System#nanoTime()} tells it
 */
record Found(Learned learned, Neighbors neighbors, MatrixView view, long startedNs) {}
