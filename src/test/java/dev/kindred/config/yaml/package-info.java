/** What a file that is read again promises. */
@NullMarked
package dev.kindred.config.yaml;

import org.jspecify.annotations.NullMarked;
