/** The sparse vector of a user's affinities and interests, and its update by events. */
@NullMarked
package dev.kindred.vector;

import org.jspecify.annotations.NullMarked;
