/** Recommendations: scores, rules, order and reasons. */
@NullMarked
package dev.kindred.recommend;

import org.jspecify.annotations.NullMarked;
