/** Tests of rankers. */
@NullMarked
package dev.kindred.ranking;

import org.jspecify.annotations.NullMarked;
