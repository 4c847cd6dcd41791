/** Writes events, items, users and merges from outside Kafka to their topics. */
@NullMarked
package dev.kindred.feed;

import org.jspecify.annotations.NullMarked;
