/** Implements the core's stores on Kafka Streams. */
@NullMarked
package dev.kindred.state;

import org.jspecify.annotations.NullMarked;
