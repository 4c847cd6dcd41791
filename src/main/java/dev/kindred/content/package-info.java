/** Content-based recommendations: the terms of items, an index of them, and searches by similarity of content. */
@NullMarked
package dev.kindred.content;

import org.jspecify.annotations.NullMarked;
