/** What all HTTP clients of the product share: a configuration, percent-encoding, and pauses between attempts. */
@NullMarked
package dev.kindred.net;

import org.jspecify.annotations.NullMarked;
