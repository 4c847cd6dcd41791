/** The routes of version 1, and the shapes of their requests and answers. */
@NullMarked
package dev.kindred.http.api;

import org.jspecify.annotations.NullMarked;
