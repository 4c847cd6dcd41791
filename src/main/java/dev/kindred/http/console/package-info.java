/** The pages for people: the console and the page that lets them try the API. */
@NullMarked
package dev.kindred.http.console;

import org.jspecify.annotations.NullMarked;
