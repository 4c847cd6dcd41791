package dev.kindred.metrics;

/**
 * A variant of an experiment now, by the counts of all instances.
 *
 * @param share its fraction of the users
 * @param lists that shoppers were shown
 * @param clicked of these, lists with a click
 */
public record VariantFigures(String scenario, String variant, double share, long lists, long clicked) {}
