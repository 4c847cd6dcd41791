/** Tests of the settings. */
@NullMarked
package dev.kindred.config;

import org.jspecify.annotations.NullMarked;
