@NullMarked
package dev.kindred.app;

import org.jspecify.annotations.NullMarked;
