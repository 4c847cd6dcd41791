/** Benchmarks that compare the product with the limits of Kafka Streams on the same machine at the same moment. */
@NullMarked
package dev.kindred.lab.bench;

import org.jspecify.annotations.NullMarked;
