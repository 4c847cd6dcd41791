/**
 * A small language for conditions on items and other subjects: checked at parsing, it can neither fail nor loop later.
 */
@NullMarked
package dev.kindred.expression;

import org.jspecify.annotations.NullMarked;
