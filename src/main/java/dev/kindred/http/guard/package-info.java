/** Who may ask, how often, and by which id a request is found again: filters that all calls go through. */
@NullMarked
package dev.kindred.http.guard;

import org.jspecify.annotations.NullMarked;
