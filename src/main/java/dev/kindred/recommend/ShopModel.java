package dev.kindred.recommend;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;

/**
 * The model that the stream updates. Any thread may read it.
 *
 * @param matrix the affinities of all users
 * @param dictionary the numbers of items in all parts
 * @param catalog the items of the shop
 * @param terms the terms of the items
 * @param learned the models of lists that learn
 */
public record ShopModel(
        InteractionMatrix matrix, ItemDictionary dictionary, Catalog catalog, TermIndex terms, LearnedModels learned) {

    /** A model of which no list learns. */
    public ShopModel(InteractionMatrix matrix, ItemDictionary dictionary, Catalog catalog, TermIndex terms) {
        this(matrix, dictionary, catalog, terms, LearnedModels.NONE);
    }

    /** A view of the model as of now. */
    public ShopView view() {
        return view(matrix.view());
    }

    /** The items as of now, with an earlier view of the matrix. */
    public ShopView view(MatrixView taken) {
        return new ShopView(taken, terms.view(), catalog, learned);
    }
}
