/** The routes of version 1, and the shapes of what they take and give. */
@NullMarked
package dev.kindred.http.api;

import org.jspecify.annotations.NullMarked;
