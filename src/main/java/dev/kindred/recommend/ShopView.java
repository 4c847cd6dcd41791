package dev.kindred.recommend;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermView;
import dev.kindred.matrix.MatrixView;

/**
 * A view of matrix and items at one point in time.
 *
 * @param matrix the affinities of all users
 * @param terms the terms of the items
 * @param catalog the items of the shop
 * @param learned the models of lists that learn
 */
public record ShopView(MatrixView matrix, TermView terms, Catalog catalog, LearnedModels learned) {

    /** A view without models. */
    public ShopView(MatrixView matrix, TermView terms, Catalog catalog) {
        this(matrix, terms, catalog, LearnedModels.NONE);
    }
}
