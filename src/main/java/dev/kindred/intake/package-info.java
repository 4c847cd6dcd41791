/** Validates events, items, merges and user attributes, and reports rejections. */
@NullMarked
package dev.kindred.intake;

import org.jspecify.annotations.NullMarked;
