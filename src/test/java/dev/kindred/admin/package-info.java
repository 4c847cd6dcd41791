/** What care of the cluster does, and refuses. */
@NullMarked
package dev.kindred.admin;

import org.jspecify.annotations.NullMarked;
