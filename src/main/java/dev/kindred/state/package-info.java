/** The ports of the core on Kafka Streams' stores. */
@NullMarked
package dev.kindred.state;

import org.jspecify.annotations.NullMarked;
