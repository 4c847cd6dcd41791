/** Queries to a running application, answered from its stores and the live matrix. */
@NullMarked
package dev.kindred.query;

import org.jspecify.annotations.NullMarked;
