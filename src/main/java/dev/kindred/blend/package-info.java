/** Makes one list out of several: scales, weighs and adds up their scores, then boosts and diversifies the result. */
@NullMarked
package dev.kindred.blend;

import org.jspecify.annotations.NullMarked;
