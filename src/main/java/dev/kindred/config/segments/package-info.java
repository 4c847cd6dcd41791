/** Segments of users from a YAML file, which may change while the process runs. */
@NullMarked
package dev.kindred.config.segments;

import org.jspecify.annotations.NullMarked;
