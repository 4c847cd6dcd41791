/** Reads YAML files strictly, and again when they change. */
@NullMarked
package dev.kindred.config.yaml;

import org.jspecify.annotations.NullMarked;
