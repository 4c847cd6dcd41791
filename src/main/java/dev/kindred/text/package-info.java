/** Splits text into words with Lucene's analyzers. */
@NullMarked
package dev.kindred.text;

import org.jspecify.annotations.NullMarked;
