/** The metrics of a running instance, in the text format of Prometheus. */
@NullMarked
package dev.kindred.metrics;

import org.jspecify.annotations.NullMarked;
