/** What the shop says of its items. */
@NullMarked
package dev.kindred.catalog;

import org.jspecify.annotations.NullMarked;
