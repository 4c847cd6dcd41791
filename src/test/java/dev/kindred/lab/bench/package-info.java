/** Tests of the measurements: that they are complete and add up, never how fast anything is. */
@NullMarked
package dev.kindred.lab.bench;

import org.jspecify.annotations.NullMarked;
