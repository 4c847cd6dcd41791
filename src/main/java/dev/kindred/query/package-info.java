/** Questions to a running application, answered from its stores and from the live matrix. */
@NullMarked
package dev.kindred.query;

import org.jspecify.annotations.NullMarked;
