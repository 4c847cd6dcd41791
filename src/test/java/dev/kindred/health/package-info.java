@NullMarked
package dev.kindred.health;

import org.jspecify.annotations.NullMarked;
