/** Files in YAML that people write, read strictly and, while the process runs, again. */
@NullMarked
package dev.kindred.config.yaml;

import org.jspecify.annotations.NullMarked;
