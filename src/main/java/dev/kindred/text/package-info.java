/** Words out of text, by Lucene's analyzers. */
@NullMarked
package dev.kindred.text;

import org.jspecify.annotations.NullMarked;
