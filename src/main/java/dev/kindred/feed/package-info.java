/** Brings events that came by other ways into their topic. */
@NullMarked
package dev.kindred.feed;

import org.jspecify.annotations.NullMarked;
