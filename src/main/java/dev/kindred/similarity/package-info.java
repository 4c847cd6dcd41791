/** User and item similarity: incremental dot products, and the search for nearest neighbors. */
@NullMarked
package dev.kindred.similarity;

import org.jspecify.annotations.NullMarked;
