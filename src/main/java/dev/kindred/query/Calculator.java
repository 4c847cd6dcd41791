package dev.kindred.query;

import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentRequest;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Occasion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ScenarioRecommender;
import dev.kindred.recommend.ShopView;
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
import java.util.Set;
import java.util.stream.Collectors;

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
    private final ScenarioRecommender scenarios;
    private final ContentBased content;
    private final SimilarItems similarItems;
    private final SimilarItemsCache similarItemsCache;
    private final int cachedLength;

    Calculator(QuerySettings settings, SimilarItemsCache similarItemsCache, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.search = new NeighborSearch(settings.similarity());
        this.recommender = new Recommender(settings.recommend(), dictionary);
        this.scenarios = new ScenarioRecommender(settings.strategies(), similarItemsCache, dictionary);
        this.content = new ContentBased(settings.content(), dictionary);
        this.similarItems = new SimilarItems(settings.similarItems(), dictionary);
        this.similarItemsCache = similarItemsCache;
        this.cachedLength = settings.similarItems().kept();
    }

    CurrentList list(String userId, UserVector vector, RecommendSettings rules, MatrixView view) {
        return list(UserKey.of(userId), vector, vector.lastTouchedItem(), rules, view);
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

    CurrentList list(String userId, UserVector vector, ScenarioQuestion question, ShopView shop) {
        return list(UserKey.of(userId), vector, vector.lastTouchedItem(), question, shop);
    }

    CurrentList listOfNobody(UserVector vector, int currentItem, ScenarioQuestion question, ShopView shop) {
        return list(NOBODY, vector, currentItem, question, shop);
    }

    private CurrentList list(
            long userKey, UserVector vector, int currentItem, ScenarioQuestion question, ShopView shop) {
        Neighbors neighbors = search.search(userKey, vector, shop.matrix());
        Occasion occasion = new Occasion(vector, currentItem, neighbors, numbers(question), question.nowMs());
        return new CurrentList(
                scenarios.recommend(question.scenario(), occasion, shop, question.reasons()),
                vector.header().timeMs(),
                vector.version());
    }

    private Set<Integer> numbers(ScenarioQuestion question) {
        return question.without().stream()
                .map(dictionary::find)
                .filter(item -> item != ItemDictionary.NONE)
                .collect(Collectors.toSet());
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
        return found.named(most, dictionary);
    }

    List<SimilarItem> alikeItems(int item, int most, ShopView shop) {
        ContentRequest request = new ContentRequest(
                most,
                0,
                other -> shop.catalog().find(other).filter(Item::hidden).isEmpty());
        return content.similarTo(item, request, shop.terms()).stream()
                .map(found -> new SimilarItem(dictionary.idOf(found.item()), found.similarity()))
                .toList();
    }
}
