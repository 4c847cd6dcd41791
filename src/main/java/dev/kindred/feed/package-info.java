/** Brings events and items that came by other ways into their topics. */
@NullMarked
package dev.kindred.feed;

import org.jspecify.annotations.NullMarked;
