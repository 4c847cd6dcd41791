package dev.kindred.query;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.Recommender;
import dev.kindred.similarity.Evidence;
import dev.kindred.similarity.ItemNeighbors;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Computes answers, with scratch memory of the size of the matrix that it reuses. Not thread safe: lent to one question
 * at a time.
 */
final class Calculator {

    /** No user has this key, as no user's id is empty. */
    private static final long NOBODY = UserKey.of("");

    private final ItemDictionary dictionary;
    private final NeighborSearch search;
    private Recommender recommender; // by the rules of the last question: most ask for the same
    private final SimilarItems similarItems;
    private final SimilarItemsCache similarItemsCache;
    private final int cachedLength;

    Calculator(QuerySettings settings, SimilarItemsCache similarItemsCache, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.search = new NeighborSearch(settings.similarity());
        this.recommender = new Recommender(settings.recommend(), dictionary);
        this.similarItems = new SimilarItems(settings.similarItems(), dictionary);
        this.similarItemsCache = similarItemsCache;
        this.cachedLength = settings.similarItems().kept();
    }

    CurrentList list(String userId, UserVector vector, RecommendSettings rules, MatrixView view) {
        return list(UserKey.of(userId), vector, lastTouched(vector), rules, view);
    }

    CurrentList listOfNobody(UserVector vector, int currentItem, RecommendSettings rules, MatrixView view) {
        return list(NOBODY, vector, currentItem, rules, view);
    }

    private CurrentList list(
            long userKey, UserVector vector, int currentItem, RecommendSettings rules, MatrixView view) {
        long asOfMs = vector.header().timeMs();
        Neighbors neighbors = search.search(userKey, vector, view);
        recommender = recommender.with(rules);
        return new CurrentList(
                recommender.recommend(vector, currentItem, neighbors, view, asOfMs), asOfMs, vector.version());
    }

    private int lastTouched(UserVector vector) {
        int last = ItemDictionary.NONE;
        for (int i = 0; i < vector.size(); i++) {
            if (last == ItemDictionary.NONE || isLater(vector, i, last)) {
                last = i;
            }
        }
        return last == ItemDictionary.NONE ? last : vector.item(last);
    }

    private boolean isLater(UserVector vector, int index, int other) {
        int byTime = Long.compare(vector.touchedMs(index), vector.touchedMs(other));
        return byTime != 0 ? byTime > 0 : dictionary.compareIds(vector.item(index), vector.item(other)) < 0;
    }

    List<SimilarUser> neighbors(String userId, UserVector vector, int most, MatrixView view) {
        Neighbors found = search.search(UserKey.of(userId), vector, view);
        List<SimilarUser> users = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            users.add(new SimilarUser(found.row(i).userKey(), found.similarity(i)));
        }
        users.sort(
                Comparator.comparingDouble(SimilarUser::similarity).reversed().thenComparingLong(SimilarUser::key));
        return List.copyOf(users.subList(0, Math.min(most, users.size())));
    }

    List<SimilarItem> similarItems(int item, int most, Evidence evidence, MatrixView view) {
        ItemNeighbors found = evidence == Evidence.ALL && most <= cachedLength
                ? similarItemsCache.find(item, similarItems, view)
                : similarItems.find(item, most, evidence, view);
        return IntStream.range(0, Math.min(most, found.size()))
                .mapToObj(place -> new SimilarItem(dictionary.idOf(found.item(place)), found.similarity(place)))
                .toList();
    }
}
