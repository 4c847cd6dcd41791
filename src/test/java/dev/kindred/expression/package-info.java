/** What expressions promise. */
@NullMarked
package dev.kindred.expression;

import org.jspecify.annotations.NullMarked;
