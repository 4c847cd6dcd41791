/** Tests of reloadable files. */
@NullMarked
package dev.kindred.config.yaml;

import org.jspecify.annotations.NullMarked;
