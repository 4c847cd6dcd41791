/** Everybody's affinities by user and by item: the replicated model that recommendations are computed from. */
@NullMarked
package dev.kindred.matrix;

import org.jspecify.annotations.NullMarked;
