package dev.kindred.content;

/**
 * A term that a recommended item shares with the profile.
 *
 * @param term the shared term
 * @param share its fraction of the item's similarity; the shares of all shared terms add up to 1, but only the
 *     strongest terms are listed
 */
public record SharedTerm(Term term, double share) {}
