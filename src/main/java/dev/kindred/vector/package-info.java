/** One user's sparse vector of affinities and interests, and how an event changes it. */
@NullMarked
package dev.kindred.vector;

import org.jspecify.annotations.NullMarked;
