/** Reads and checks the settings, and provides them to the packages that use them. */
@NullMarked
package dev.kindred.config;

import org.jspecify.annotations.NullMarked;
