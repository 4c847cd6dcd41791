/** Brings events, items and merges that came by other ways into their topics. */
@NullMarked
package dev.kindred.feed;

import org.jspecify.annotations.NullMarked;
