package dev.kindred.profile;

import dev.kindred.model.Described;

/** A user's preference for a term of item descriptions: a coordinate, in (0, 1], of a TF-IDF vector of length 1. */
public record TermPreference(
        @Described("Where it stands: word, category, tag or brand.")
        String kind,

        @Described("A word in its base form, or the name of the category, tag or brand.")
        String term,

        @Described("The coordinate in a vector of length 1 of all terms.")
        double weight) {}
