/** The nouns of the domain: interactions, affinities, recommendations, and the identity of users. */
@NullMarked
package dev.kindred.model;

import org.jspecify.annotations.NullMarked;
