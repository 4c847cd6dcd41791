/** What scenarios promise. */
@NullMarked
package dev.kindred.scenario;

import org.jspecify.annotations.NullMarked;
