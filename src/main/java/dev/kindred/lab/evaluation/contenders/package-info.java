/** The methods under evaluation: the product's own recommendations, and the baselines that they must beat. */
@NullMarked
package dev.kindred.lab.evaluation.contenders;

import org.jspecify.annotations.NullMarked;
