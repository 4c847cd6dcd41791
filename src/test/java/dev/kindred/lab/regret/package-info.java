/** Tests of the measurement of regret. */
@NullMarked
package dev.kindred.lab.regret;

import org.jspecify.annotations.NullMarked;
