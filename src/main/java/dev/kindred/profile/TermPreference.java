package dev.kindred.profile;

/**
 * Something that items have in common to which a user is drawn.
 *
 * @param kind where it stands: word, category, tag or brand
 * @param term a word in its base form, a tag or a brand in lower case, or a category from the root down
 * @param weight its coordinate in the TF-IDF vector, of length 1, of all that the user is drawn to; in (0, 1]
 */
public record TermPreference(String kind, String term, double weight) {}
