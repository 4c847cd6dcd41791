/** Conditions that people write, on items or anything else: a small language, checked when it is read, that can neither fail nor loop. */
@NullMarked
package dev.kindred.expression;

import org.jspecify.annotations.NullMarked;
