/** What can be evaluated: the product's own recommendations, and the baselines that they have to beat. */
@NullMarked
package dev.kindred.lab.evaluation.contenders;

import org.jspecify.annotations.NullMarked;
