/** What a running instance measures of itself, and the text in which Prometheus reads it. */
@NullMarked
package dev.kindred.metrics;

import org.jspecify.annotations.NullMarked;
