package dev.kindred.query;

/**
 * A neighbor, by pseudonym.
 *
 * @param key a pseudonym, by a {@link dev.kindred.model.KeyedHash}
 * @param similarity in (0, 1]
 */
public record SimilarUser(long key, double similarity) {}
