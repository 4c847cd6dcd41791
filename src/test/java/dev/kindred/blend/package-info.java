/** What blending and diversity promise. */
@NullMarked
package dev.kindred.blend;

import org.jspecify.annotations.NullMarked;
