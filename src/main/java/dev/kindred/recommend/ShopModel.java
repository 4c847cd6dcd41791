package dev.kindred.recommend;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;

/**
 * The model that the stream keeps up to date; any thread may read it.
 *
 * @param matrix everybody's affinities
 * @param dictionary numbers the items of all parts
 * @param catalog the items of the shop
 * @param terms the terms of the items
 */
public record ShopModel(InteractionMatrix matrix, ItemDictionary dictionary, Catalog catalog, TermIndex terms) {

    /** All of it as of now. */
    public ShopView view() {
        return view(matrix.view());
    }

    /** The items as of now, beside a view of the matrix that was taken before. */
    public ShopView view(MatrixView taken) {
        return new ShopView(taken, terms.view(), catalog);
    }
}
