/** What makes an event or an item acceptable, and what is said of one that is not. */
@NullMarked
package dev.kindred.intake;

import org.jspecify.annotations.NullMarked;
