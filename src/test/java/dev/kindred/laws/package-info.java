/** The product's laws, proven on a real broker. */
@NullMarked
package dev.kindred.laws;

import org.jspecify.annotations.NullMarked;
