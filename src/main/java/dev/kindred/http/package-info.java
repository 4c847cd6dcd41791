/** An HTTP server with self-describing routes: the OpenAPI document is generated from the registered routes. */
@NullMarked
package dev.kindred.http;

import org.jspecify.annotations.NullMarked;
