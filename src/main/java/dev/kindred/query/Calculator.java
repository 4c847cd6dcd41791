package dev.kindred.query;

import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentRequest;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.EmptyReason;
import dev.kindred.recommend.Fatigue;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.Evidence;
import dev.kindred.similarity.ItemNeighbors;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItems;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.topology.ListNames;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes answers. It reuses scratch memory of the size of the matrix. Not thread safe: a {@link Pool} lends it to one
 * query at a time.
 */
final class Calculator {

    /** The key of no user: ids are not empty. */
    private final ItemDictionary dictionary;

    private final KeyedHash pseudonyms;
    private final NeighborSearch search;
    private final Recommender recommender;
    private final ContentBased content;
    private final SimilarItems similarItems;
    private final SimilarItemsCache similarItemsCache;
    private final ListNames names;
    private final int cachedLength;

    Calculator(QuerySettings querySettings, SimilarItemsCache similarItemsCache, ItemDictionary dictionary) {
        ModelSettings settings = querySettings.model();
        this.dictionary = dictionary;
        this.pseudonyms = querySettings.pseudonyms();
        this.search = new NeighborSearch(settings.similarity());
        this.recommender = new Recommender(settings, similarItemsCache, dictionary);
        this.content = new ContentBased(settings.content(), dictionary);
        this.similarItems = new SimilarItems(settings.similarItems(), dictionary);
        this.similarItemsCache = similarItemsCache;
        this.names = querySettings.names();
        this.cachedLength = settings.similarItems().kept();
    }

    CurrentList list(String userId, UserVector vector, Fatigue fatigue, ScenarioQuestion question, ShopView shop) {
        Taste taste = new Taste(vector, vector.lastTouchedItem(), fatigue);
        return list(UserKey.of(userId), Optional.of(userId), taste, question, shop);
    }

    CurrentList sessionList(UserVector vector, int currentItem, ScenarioQuestion question, ShopView shop) {
        return list(UserKey.NONE, question.shopper(), new Taste(vector, currentItem, Fatigue.NONE), question, shop);
    }

    private record Taste(UserVector vector, int currentItem, Fatigue fatigue) {}

    private CurrentList list(
            long userKey, Optional<String> userId, Taste taste, ScenarioQuestion question, ShopView shop) {
        UserVector vector = taste.vector();
        Scenario.Chosen chosen = question.chosen(userId);
        Scenario scenario = chosen.scenario();
        Neighbors neighbors = search.search(userKey, vector, shop.matrix());
        long asOfMs = vector.header().timeMs();
        RecommendationContext context = new RecommendationContext(
                vector, taste.currentItem(), neighbors, numbers(question), question.nowMs(), asOfMs, taste.fatigue());
        List<RecommendedItem> items = recommender.recommend(scenario, context, shop, question.reasons());
        Optional<EmptyReason> empty =
                items.isEmpty() ? Optional.of(recommender.whyEmpty(scenario, context, shop)) : Optional.empty();
        ListIdentity identity = names.of(scenario.name(), chosen.identity(), items, question.nowMs());
        return new CurrentList(items, asOfMs, vector.version(), empty, scenario.name(), identity);
    }

    private Set<Integer> numbers(ScenarioQuestion question) {
        return question.without().stream()
                .map(dictionary::find)
                .filter(item -> item != ItemDictionary.NONE)
                .collect(Collectors.toSet());
    }

    List<SimilarUser> neighbors(String userId, UserVector vector, int limit, MatrixView view) {
        Neighbors found = search.search(UserKey.of(userId), vector, view);
        List<SimilarUser> users = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            users.add(new SimilarUser(pseudonyms.of(found.key(i)), found.similarity(i)));
        }
        users.sort(
                Comparator.comparingDouble(SimilarUser::similarity).reversed().thenComparingLong(SimilarUser::key));
        return List.copyOf(users.subList(0, Math.min(limit, users.size())));
    }

    List<SimilarItem> similarItems(int item, int limit, Evidence evidence, ShopView shop) {
        if (evidence == Evidence.ALL && limit <= cachedLength) {
            ItemNeighbors cached = similarItemsCache.find(item, similarItems, shop.matrix());
            List<SimilarItem> shown = cached.named(limit, shop.catalog()::isShown, dictionary);
            if (shown.size() == limit || cached.size() < cachedLength) { // else there may be more than are cached
                return shown;
            }
        }
        return similarItems
                .find(item, limit, evidence, shop.catalog()::isShown, shop.matrix())
                .named(limit, other -> true, dictionary);
    }

    List<SimilarItem> alikeItems(int item, int limit, ShopView shop) {
        ContentRequest request = new ContentRequest(limit, 0, shop.catalog()::isShown);
        return content.similarTo(item, request, shop.terms()).stream()
                .map(found -> new SimilarItem(dictionary.idOf(found.item()), found.similarity()))
                .toList();
    }
}
