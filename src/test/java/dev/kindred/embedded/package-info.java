/** Tests of the broker inside the process. */
@NullMarked
package dev.kindred.embedded;

import org.jspecify.annotations.NullMarked;
