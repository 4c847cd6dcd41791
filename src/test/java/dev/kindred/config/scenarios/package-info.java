/** What the file of scenarios promises. */
@NullMarked
package dev.kindred.config.scenarios;

import org.jspecify.annotations.NullMarked;
