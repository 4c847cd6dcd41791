/** Pages and requests as a real browser sees them. */
@NullMarked
package dev.kindred.browser;

import org.jspecify.annotations.NullMarked;
