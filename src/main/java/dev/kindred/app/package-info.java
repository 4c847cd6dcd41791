/** The application's lifecycle: from a configuration to a running stream, until shutdown. */
@NullMarked
package dev.kindred.app;

import org.jspecify.annotations.NullMarked;
