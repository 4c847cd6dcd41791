/** Tests of the stream's model without a stream. */
@NullMarked
package dev.kindred.offline;

import org.jspecify.annotations.NullMarked;
