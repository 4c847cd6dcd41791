/** The settings that people change: read, checked, and handed to the packages that use them. */
@NullMarked
package dev.kindred.config;

import org.jspecify.annotations.NullMarked;
