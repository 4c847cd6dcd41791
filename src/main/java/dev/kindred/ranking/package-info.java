/** Puts candidates into another order by a model of what users touch: features, exact statistics, and models of them. */
@NullMarked
package dev.kindred.ranking;

import org.jspecify.annotations.NullMarked;
