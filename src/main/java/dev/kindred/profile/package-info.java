/** Who a user is, as far as events and the catalog tell: preferences, habits, lifecycle, segments. */
@NullMarked
package dev.kindred.profile;

import org.jspecify.annotations.NullMarked;
