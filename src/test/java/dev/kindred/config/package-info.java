/** What the settings promise. */
@NullMarked
package dev.kindred.config;

import org.jspecify.annotations.NullMarked;
