/** An HTTP server whose routes describe themselves: what is registered is what the OpenAPI document says. */
@NullMarked
package dev.kindred.http;

import org.jspecify.annotations.NullMarked;
