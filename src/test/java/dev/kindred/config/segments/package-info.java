/** What the file of segments promises. */
@NullMarked
package dev.kindred.config.segments;

import org.jspecify.annotations.NullMarked;
