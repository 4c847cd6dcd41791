/** Tests of the demo. */
@NullMarked
package dev.kindred.demo;

import org.jspecify.annotations.NullMarked;
