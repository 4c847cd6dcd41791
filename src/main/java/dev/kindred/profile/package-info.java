/** User profiles, from events and the catalog: preferences, habits, lifecycle, segments. */
@NullMarked
package dev.kindred.profile;

import org.jspecify.annotations.NullMarked;
