/** The records of the domain: interactions, items, affinities, recommendations. */
@NullMarked
package dev.kindred.model;

import org.jspecify.annotations.NullMarked;
