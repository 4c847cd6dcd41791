/** Tests of the stores: every port obeys the same laws on the fake and on Kafka's stores. */
@NullMarked
package dev.kindred.state;

import org.jspecify.annotations.NullMarked;
