/** Tests of the broker inside the process. */
@NullMarked
package dev.kindred.lab.embedded;

import org.jspecify.annotations.NullMarked;
