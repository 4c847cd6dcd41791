package dev.kindred.profile;

import dev.kindred.model.Described;

/** A user's preference for one category, brand or tag. */
public record Preference(
        @Described("As the catalog spells it.") String name,

        @Described("The share of the user's affinity, in (0, 1].")
        double weight) {}
