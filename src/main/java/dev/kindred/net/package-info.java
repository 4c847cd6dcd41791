/** Shared parts of all HTTP clients of the product: a configuration, percent-encoding, and pauses between attempts. */
@NullMarked
package dev.kindred.net;

import org.jspecify.annotations.NullMarked;
