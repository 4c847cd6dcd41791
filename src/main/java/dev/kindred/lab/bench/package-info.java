/** Speed, measured against what Kafka Streams itself allows on the same machine at the same moment. */
@NullMarked
package dev.kindred.lab.bench;

import org.jspecify.annotations.NullMarked;
