package dev.kindred.recommend;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermView;
import dev.kindred.matrix.MatrixView;

/**
 * What is known at one moment of everybody's taste and of the items.
 *
 * @param matrix who is drawn to what
 * @param terms what items are about
 * @param catalog what the shop says of them
 */
public record ShopView(MatrixView matrix, TermView terms, Catalog catalog) {}
