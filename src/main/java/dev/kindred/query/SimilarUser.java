package dev.kindred.query;

/**
 * A neighbor, by pseudonym.
 *
 * @param key a pseudonym, see {@link dev.kindred.model.UserKey}
 * @param similarity in (0, 1]
 */
public record SimilarUser(long key, double similarity) {}
