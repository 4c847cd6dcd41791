/** Tests of the demo. */
@NullMarked
package dev.kindred.lab.demo;

import org.jspecify.annotations.NullMarked;
