package dev.kindred.content;

/**
 * A term that a recommended item has in common with what it was recommended for.
 *
 * @param term what both have
 * @param share its part of the item's similarity, as a fraction; the shares of all shared terms add up to 1, of which the
 *     strongest are given
 */
public record SharedTerm(Term term, double share) {}
