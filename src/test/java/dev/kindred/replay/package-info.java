/** Tests of replays. */
@NullMarked
package dev.kindred.replay;

import org.jspecify.annotations.NullMarked;
