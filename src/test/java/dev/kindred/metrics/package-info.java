/** Tests of metrics, of their page, and of the files for monitoring. */
@NullMarked
package dev.kindred.metrics;

import org.jspecify.annotations.NullMarked;
