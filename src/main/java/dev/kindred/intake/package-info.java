/** What makes an event, an item or a merge acceptable, and what is said of one that is not. */
@NullMarked
package dev.kindred.intake;

import org.jspecify.annotations.NullMarked;
