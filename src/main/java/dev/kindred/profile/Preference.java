package dev.kindred.profile;

/**
 * How much of a user's taste falls to one category, brand or tag.
 *
 * @param name as the catalog spells it
 * @param weight the share of the affinity, in (0, 1]
 */
public record Preference(String name, double weight) {}
