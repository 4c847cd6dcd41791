/** The application's life: from a configuration to a running stream and back to rest. */
@NullMarked
package dev.kindred.app;

import org.jspecify.annotations.NullMarked;
