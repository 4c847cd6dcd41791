/** Tests of what is measured, of its page, and of the files that monitor it. */
@NullMarked
package dev.kindred.metrics;

import org.jspecify.annotations.NullMarked;
