/** Tests of the readers of recorded logs. */
@NullMarked
package dev.kindred.logs;

import org.jspecify.annotations.NullMarked;
