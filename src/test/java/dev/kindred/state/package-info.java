/** Tests of the stores: every port keeps its laws on the fake and on Kafka's stores alike. */
@NullMarked
package dev.kindred.state;

import org.jspecify.annotations.NullMarked;
