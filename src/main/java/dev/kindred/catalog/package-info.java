/** The items of the shop and their state. */
@NullMarked
package dev.kindred.catalog;

import org.jspecify.annotations.NullMarked;
