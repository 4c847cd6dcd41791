/** All users' affinities by user and by item: the replicated model for recommendations. */
@NullMarked
package dev.kindred.matrix;

import org.jspecify.annotations.NullMarked;
