/** What items are about: the words and labels of the catalog, an index of them, and recommendations by them. */
@NullMarked
package dev.kindred.content;

import org.jspecify.annotations.NullMarked;
