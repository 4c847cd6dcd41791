/** Filters of all calls: authentication by key, rate limiting and request ids. */
@NullMarked
package dev.kindred.http.guard;

import org.jspecify.annotations.NullMarked;
