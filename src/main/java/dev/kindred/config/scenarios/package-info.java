/** Scenarios from a YAML file, which may change while the process runs. */
@NullMarked
package dev.kindred.config.scenarios;

import org.jspecify.annotations.NullMarked;
