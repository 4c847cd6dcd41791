/** Care of the cluster: creating and checking topics, and starting an application anew. */
@NullMarked
package dev.kindred.admin;

import org.jspecify.annotations.NullMarked;
