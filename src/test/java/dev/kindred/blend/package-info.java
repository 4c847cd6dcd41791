/** Tests of blending and diversity. */
@NullMarked
package dev.kindred.blend;

import org.jspecify.annotations.NullMarked;
