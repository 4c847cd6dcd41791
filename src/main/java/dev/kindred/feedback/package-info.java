/** Outcomes of lists: the impression that an interaction belongs to, and the counts that follow. */
@NullMarked
package dev.kindred.feedback;

import org.jspecify.annotations.NullMarked;
