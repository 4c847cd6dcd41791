package dev.kindred.recommend;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Period;
import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.Ranker;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Pin;
import dev.kindred.scenario.Plan;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.Goods;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ScenarioListsTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final long NOW_MS = START_MS + Duration.ofDays(30).toMillis();
    private static final int ALL = 1000;
    private static final Period ENDED = new Period(Instant.MIN, Instant.ofEpochMilli(NOW_MS));
    private static final Map<Strategy, Double> EVERY = Map.of(
            Strategy.USER_BASED, 0.3,
            Strategy.SEQUENCE_BASED, 0.1,
            Strategy.ITEM_BASED, 0.2,
            Strategy.CONTENT_BASED, 0.2,
            Strategy.TRENDING, 0.1,
            Strategy.RECENT, 0.1,
            Strategy.POPULAR, 0.1);

    private final ModelSettings settings = new ModelSettings(
            new VectorSettings(weights(), MONTH, MONTH, 0.8, 1000, 0),
            new MatrixSettings(1000, 1000, MONTH, MONTH),
            new SimilaritySettings(1000, 50, 0),
            new SimilarItemsSettings(ALL),
            new RecommendSettings(ALL, Excludes.of(List.of()), ALL, 1, 1, 0.5, 0.3, 1),
            new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), ALL, ALL, ALL, 0, 0),
            MONTH);
    private final Shop shop = new Shop(settings.vector(), settings.matrix());
    private final ItemDictionary items = shop.items();
    private final Catalog catalog = new Catalog(items);
    private final TermIndex index = new TermIndex(
            settings.content(),
            text -> text.isEmpty()
                    ? List.of()
                    : List.of(text.replace("ponies", "poni").split(" ")),
            items);
    private final Recommender recommender =
            new Recommender(settings, new SimilarItemsCache(settings.similarItems()), items);

    private static TypeWeights weights() {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, type == InteractionType.DISLIKE ? -1.0 : 1.0);
        }
        return TypeWeights.of(weights);
    }

    private void stock(Item item) {
        catalog.put(item);
        index.put(items.numberOf(item.itemId()), item);
    }

    private static Item titled(String id, String title) {
        return Item.of(id, title, List.of());
    }

    private static Item tagged(String id, String tag) {
        return new Item(
                id,
                id,
                "",
                List.of(),
                Set.of(tag),
                "",
                Optional.empty(),
                "",
                Map.of(),
                true,
                tag.equals("secret"),
                OptionalLong.empty(),
                0,
                false);
    }

    private static Scenario scenario(Map<Strategy, Double> weights, String filter, Excludes excludes, int support) {
        ItemFilter shown = filter.isEmpty() ? ItemFilter.everything() : ItemFilter.parse(filter);
        return new Scenario(
                "test", 20, weights, shown, excludes, List.of(), DiversitySettings.NONE, support, false, false);
    }

    private static Scenario scenario(Map<Strategy, Double> weights) {
        return scenario(weights, "", new Excludes(false, false, true, Excludes.NEVER), 0);
    }

    private List<RecommendedItem> list(String user, Scenario scenario) {
        return list(user, scenario, Set.of());
    }

    private List<RecommendedItem> tired(String user, Scenario scenario, Fatigue fatigue) {
        UserVector vector = shop.vector(user);
        Neighbors neighbors = new NeighborSearch(settings.similarity()).search(UserKey.of(user), vector, shop.view());
        RecommendationContext context =
                new RecommendationContext(vector, ItemDictionary.NONE, neighbors, Set.of(), NOW_MS, NOW_MS, fatigue);
        return recommender.recommend(scenario, context, new ShopView(shop.view(), index.view(), catalog), ALL);
    }

    private List<RecommendedItem> list(String user, Scenario scenario, Set<Integer> without) {
        UserVector vector = shop.vector(user);
        Neighbors neighbors = new NeighborSearch(settings.similarity()).search(UserKey.of(user), vector, shop.view());
        RecommendationContext context =
                new RecommendationContext(vector, ItemDictionary.NONE, neighbors, without, NOW_MS, NOW_MS);
        return recommender.recommend(scenario, context, new ShopView(shop.view(), index.view(), catalog), ALL);
    }

    private static List<String> ids(List<RecommendedItem> list) {
        return list.stream().map(RecommendedItem::itemId).toList();
    }

    private void fill(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 600, 25, 40));
        for (int i = 0; i < 45; i++) { // some that nobody has, too
            stock(new Item(
                    "item-" + i,
                    "word" + random.nextInt(8) + " word" + random.nextInt(8),
                    "",
                    List.of("Home > Shelf " + random.nextInt(4)),
                    Set.of(),
                    "",
                    Optional.empty(),
                    "",
                    Map.of(),
                    true,
                    false,
                    OptionalLong.of(START_MS + random.nextLong(2 * (NOW_MS - START_MS))),
                    random.nextLong(1000),
                    false));
        }
    }

    @RandomTest
    void neighborsAloneGiveTheListOfTheStream(RandomGenerator random) {
        fill(random);

        for (int user = 0; user < 25; user++) {
            UserVector vector = shop.vector("user-" + user);
            Neighbors neighbors =
                    new NeighborSearch(settings.similarity()).search(UserKey.of("user-" + user), vector, shop.view());
            List<RecommendedItem> plain = shop.defaultList(
                    new RecommendSettings(20, Excludes.of(List.of("disliked")), ALL, 1, 1, 0.5, 0.3, 1),
                    vector,
                    ItemDictionary.NONE,
                    neighbors,
                    shop.view(),
                    NOW_MS);

            List<RecommendedItem> list = list("user-" + user, scenario(Map.of(Strategy.USER_BASED, 1.0)));

            List<RecommendedItem> personal = plain.stream()
                    .filter(item -> item.strategy() == Strategy.USER_BASED)
                    .toList();
            assertThat(ids(list)).isEqualTo(ids(personal));
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.get(i).similarUsers()).isEqualTo(personal.get(i).similarUsers());
                assertThat(list.get(i).reasons()).hasSameSizeAs(personal.get(i).reasons());
            }
        }
    }

    /** Law: the shares of all own items, and of what does not depend on them, add up to the whole. */
    @RandomTest
    void explanationsAddUp(RandomGenerator random) {
        fill(random);

        for (int user = 0; user < 25; user++) {
            for (RecommendedItem item : list("user-" + user, scenario(EVERY))) {
                double parts = item.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                double impersonal = item.parts().getOrDefault(Strategy.TRENDING, 0.0)
                        + item.parts().getOrDefault(Strategy.RECENT, 0.0)
                        + item.parts().getOrDefault(Strategy.POPULAR, 0.0);
                double own = item.reasons().stream().mapToDouble(Reason::share).sum();

                assertThat(parts).isCloseTo(1, within(1e-9));
                assertThat(own + impersonal).as("%s", item).isCloseTo(1, within(1e-6));
            }
        }
    }

    /** Law: each strategy names its best hundred items, whose scores as fractions of the greatest are added by weight. */
    @RandomTest(seeds = 5)
    void blendsTheBestOfEveryStrategy(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 4000, 40, 300).stream()
                .filter(event -> event.type() != InteractionType.DISLIKE)
                .toList());
        Excludes excludes = new Excludes(false, false, true, Duration.ofDays(3));

        for (String user : List.of("user-1", "user-2", "user-3", "nobody")) {
            Map<String, Double> scores = new HashMap<>();
            EVERY.forEach((strategy, weight) -> {
                List<RecommendedItem> all = list(
                        user, scenario(Map.of(strategy, 1.0), "", excludes, 3).ofLength(ALL));
                all.stream().limit(100).forEach(item -> {
                    double share = item.score() / all.get(0).score();
                    scores.merge(item.itemId(), weight * share, Double::sum);
                });
            });
            List<Double> expected = scores.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(20)
                    .toList();

            List<RecommendedItem> list = list(user, scenario(EVERY, "", excludes, 3));

            double scale = list.isEmpty() ? 1 : list.get(0).score() / expected.get(0); // weights of idle strategies
            assertThat(list).hasSameSizeAs(expected);
            for (int i = 0; i < list.size(); i++) {
                double score = list.get(i).score();
                assertThat(score)
                        .isCloseTo(scale * scores.getOrDefault(list.get(i).itemId(), 0.0), within(1e-6));
                assertThat(score).isCloseTo(scale * expected.get(i), within(1e-6));
            }
        }
    }

    /** Law: the list is that without fatigue, each score times 0.7 for each list that showed the item. */
    @RandomTest
    void itemsThatAUserIsTiredOfLoseRank(RandomGenerator random) {
        fill(random);
        Scenario filledUp =
                scenario(Map.of(Strategy.USER_BASED, 1.0)).ofLength(ALL).fillUp();
        Map<String, Integer> shown = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            shown.merge("item-" + random.nextInt(45), 1 + random.nextInt(4), Integer::sum);
        }
        Fatigue fatigue = Fatigue.of(shown, 0.3, items);

        for (Scenario scenario : List.of(scenario(EVERY).ofLength(ALL), filledUp)) {
            for (String user : List.of("user-1", "user-2", "nobody")) {
                List<RecommendedItem> plain = list(user, scenario);
                List<String> expected = plain.stream()
                        .sorted(Comparator.comparing(
                                        RecommendedItem::strategy, (a, b) -> popularLast(a, b, scenario, filledUp))
                                .thenComparing(Comparator.comparing((RecommendedItem item) -> (float) left(item, shown))
                                        .reversed())
                                .thenComparing(RecommendedItem::itemId))
                        .map(RecommendedItem::itemId)
                        .toList();

                List<RecommendedItem> list = tired(user, scenario, fatigue);

                assertThat(ids(list)).isEqualTo(expected);
                list.forEach(item -> assertThat(item.score())
                        .isCloseTo(left(find(item.itemId(), plain), shown), within(1e-6 * Math.abs(item.score()))));
                assertThat(tired(user, scenario, Fatigue.of(shown, 0, items))).isEqualTo(plain);
            }
        }
    }

    /** Popular items fill up the other list, and are part of the blend. */
    private static int popularLast(Strategy a, Strategy b, Scenario scenario, Scenario filledUp) {
        return scenario.equals(filledUp) ? Boolean.compare(a == Strategy.POPULAR, b == Strategy.POPULAR) : 0;
    }

    private static double left(RecommendedItem item, Map<String, Integer> shown) {
        return item.score() * Math.pow(0.7, shown.getOrDefault(item.itemId(), 0));
    }

    private static RecommendedItem find(String itemId, List<RecommendedItem> list) {
        return list.stream()
                .filter(item -> item.itemId().equals(itemId))
                .findAny()
                .orElseThrow();
    }

    /** Law: the scores that the lists of one refresh share change none of them, in any order of requests. */
    @RandomTest(seeds = 5)
    void keepsTheOrderOfItemsThatShareNothing(RandomGenerator random) {
        fill(random);
        SimilarItemsCache cache = new SimilarItemsCache(settings.similarItems());
        Recommender shared = new Recommender(settings, cache, items);
        Scenario byDefault = settings.recommend().defaultScenario();

        for (int event = 0; event < 40; event++) {
            String user = "user-" + random.nextInt(3);
            shop.learn(click(user, "item-" + random.nextInt(20), START_MS + event));
            UserVector vector = shop.vector(user);
            ShopView view = new ShopView(shop.view(), index.view(), catalog);
            Neighbors neighbors =
                    new NeighborSearch(settings.similarity()).search(UserKey.of(user), vector, view.matrix());
            RecommendationContext context =
                    new RecommendationContext(vector, ItemDictionary.NONE, neighbors, Set.of(), NOW_MS, NOW_MS);
            Recommender alone = new Recommender(settings, cache, items);

            boolean plainFirst = random.nextBoolean();
            List<RecommendedItem> plain = plainFirst ? shared.recommend(byDefault, context, view, ALL) : List.of();
            List<RecommendedItem> blended = shared.recommend(scenario(EVERY), context, view, ALL);
            plain = plainFirst ? plain : shared.recommend(byDefault, context, view, ALL);

            assertThat(plain).isEqualTo(alone.recommend(byDefault, context, view, ALL));
            assertThat(blended).isEqualTo(recommender.recommend(scenario(EVERY), context, view, ALL));
        }
    }

    @RandomTest
    void isOrderedAndWithoutRepeats(RandomGenerator random) {
        fill(random);

        List<RecommendedItem> list = list("user-1", scenario(EVERY));

        assertThat(ids(list)).doesNotHaveDuplicates().hasSize(20);
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.get(i).rank()).isEqualTo(i + 1);
            assertThat((float) list.get(i).score())
                    .isLessThanOrEqualTo(i == 0 ? 1 : (float) list.get(i - 1).score());
        }
    }

    private void annLikesTeaAndCups() {
        shop.learn(click("ann", "tea", START_MS));
        for (String other : List.of("bob", "cal", "dan")) {
            shop.learn(click(other, "tea", START_MS));
            shop.learn(click(other, "cup", START_MS));
        }
        shop.learn(click("bob", "pot", START_MS));
    }

    @Test
    void filtersBeforeRankingAndLeavesOutHiddenItems() {
        annLikesTeaAndCups();
        stock(tagged("cup", "new"));
        stock(tagged("pot", "sale"));
        stock(tagged("tea", "secret"));
        Map<Strategy, Double> neighbors = Map.of(Strategy.USER_BASED, 1.0);
        Excludes none = new Excludes(false, false, false, Excludes.NEVER);

        assertThat(ids(list("ann", scenario(neighbors, "", none, 0)))).containsExactly("cup", "pot");
        assertThat(ids(list("ann", scenario(neighbors, "tag = \"sale\"", none, 0))))
                .containsExactly("pot");
    }

    @Test
    void showsItemsWithEnoughUsers() {
        annLikesTeaAndCups();
        Map<Strategy, Double> neighbors = Map.of(Strategy.USER_BASED, 1.0);
        Excludes none = new Excludes(false, false, false, Excludes.NEVER);

        // besides ann, three have tea and the cup, and one has the pot
        assertThat(ids(list("ann", scenario(neighbors, "", none, 3)))).containsExactlyInAnyOrder("tea", "cup");
        assertThat(list("ann", scenario(neighbors, "", none, 4))).isEmpty();
    }

    @Test
    void findsAnItemWithoutUsersByContent() {
        annLikesTeaAndCups();
        stock(titled("tea", "green ponies"));
        stock(titled("fresh", "green ponies tin")); // stemmed to poni, which nobody wrote

        List<RecommendedItem> list = list("ann", scenario(Map.of(Strategy.CONTENT_BASED, 1.0)));

        assertThat(ids(list)).containsExactly("tea", "fresh");
        RecommendedItem fresh = list.get(1);
        assertThat(fresh.terms()).containsExactly("green");
        assertThat(fresh.reasons()).containsExactly(new Reason("tea", 1));
        assertThat(fresh.strategy()).isEqualTo(Strategy.CONTENT_BASED);
    }

    @Test
    void tellsTermsThatBeginWithALetterBeyondAscii() {
        annLikesTeaAndCups();
        stock(titled("tea", "öfen für alle"));
        stock(titled("fresh", "öfen"));

        assertThat(list("ann", scenario(Map.of(Strategy.CONTENT_BASED, 1.0)))
                        .get(1)
                        .terms())
                .containsExactly("öfen");
    }

    private static Item sold(String id, long publishedMs, boolean hidden) {
        return Goods.item(id, List.of(), hidden, OptionalLong.of(publishedMs));
    }

    @Test
    void showsNewArrivalsByTheirAge() {
        long monthMs = Duration.ofDays(30).toMillis();
        stock(sold("old", NOW_MS - 3 * monthMs, false));
        stock(sold("new", NOW_MS - monthMs, false));
        stock(sold("secret", NOW_MS, true));
        stock(sold("tomorrow", NOW_MS + 1, false));
        stock(sold("classic", NOW_MS - 11 * monthMs, false)); // beyond ten half-lives
        stock(titled("timeless", "of which nobody knows since when it is sold"));

        List<RecommendedItem> list = list("ann", scenario(Map.of(Strategy.RECENT, 1.0)));

        assertThat(ids(list)).containsExactly("new", "old");
        assertThat(list.get(0).strategy()).isEqualTo(Strategy.RECENT);
        assertThat(list.get(1).score()).isCloseTo(0.25, within(1e-6)); // two half-lives older than the best
    }

    @Test
    void similarityToADislikedItemLowersTheScore() {
        annLikesTeaAndCups();
        shop.learn(click("bob", "jam", START_MS));
        shop.learn(click("bob", "pip", START_MS));
        shop.learn(click("cal", "jam", START_MS));
        shop.learn(click("cal", "pip", START_MS));
        Map<Strategy, Double> both = Map.of(Strategy.POPULAR, 0.5, Strategy.ITEM_BASED, 0.5);
        double before = score("pip", list("ann", scenario(both)));
        shop.learn(new Interaction(Optional.empty(), "ann", "jam", InteractionType.DISLIKE, START_MS + 1, 1));

        List<RecommendedItem> list = list("ann", scenario(both));

        assertThat(ids(list)).doesNotContain("jam");
        assertThat(score("pip", list)).isLessThan(before);
    }

    private static double score(String id, List<RecommendedItem> list) {
        return list.stream()
                .filter(item -> item.itemId().equals(id))
                .mapToDouble(RecommendedItem::score)
                .findFirst()
                .orElse(0);
    }

    private Scenario pinning(int k, Pin... pins) {
        return scenario(Map.of(Strategy.USER_BASED, 0.7, Strategy.ITEM_BASED, 0.3))
                .ofLength(k)
                .planning(new Plan(Period.ALWAYS, List.of(pins), Optional.empty()));
    }

    @RandomTest
    void pinnedItemsHaveTheirPlacesAndTheOthersTheirOrder(RandomGenerator random) {
        fill(random);
        int k = 1 + random.nextInt(12);
        int position = 1 + random.nextInt(k);
        String item = "item-" + random.nextInt(45);
        String later = "item-" + (45 + random.nextInt(5)); // not in the catalog, so not shown before anybody has it
        for (int user = 0; user < 25; user++) {
            List<String> expected = new ArrayList<>(ids(list("user-" + user, pinning(ALL), Set.of(items.find(item)))));

            List<RecommendedItem> list =
                    list("user-" + user, pinning(k, new Pin(item, position, Period.ALWAYS), new Pin(later, 1, ENDED)));

            if (items.find(item) != ItemDictionary.NONE && !dislikes("user-" + user, item)) {
                expected.add(Math.min(position - 1, expected.size()), item);
                assertThat(ids(list)).isEqualTo(expected.subList(0, Math.min(k, expected.size())));
            }
            for (int place = 0; place < list.size(); place++) {
                assertThat(list.get(place).rank()).isEqualTo(place + 1);
                assertThat(place == 0
                                || list.get(place).score()
                                        <= list.get(place - 1).score())
                        .isTrue();
            }
        }
    }

    private boolean dislikes(String user, String item) {
        UserVector vector = shop.vector(user);
        int index = vector.indexOf(items.find(item));
        return index >= 0 && InteractionType.DISLIKE.isIn(vector.types(index));
    }

    @Test
    void hiddenItemsAreNotPinned() {
        fill(new SplittableRandom(1));
        stock(tagged("secret-item", "secret"));

        assertThat(ids(list("user-1", pinning(5, new Pin("secret-item", 1, Period.ALWAYS)))))
                .isNotEmpty()
                .doesNotContain("secret-item");
    }

    private List<String> ranked(String user, Scenario scenario, Ranker ranker) {
        UserVector vector = shop.vector(user);
        Neighbors neighbors = new NeighborSearch(settings.similarity()).search(UserKey.of(user), vector, shop.view());
        RecommendationContext context =
                new RecommendationContext(vector, ItemDictionary.NONE, neighbors, Set.of(), NOW_MS, NOW_MS);
        return ids(recommender
                .rank(scenario, context, new ShopView(shop.view(), index.view(), catalog), ALL, ranker)
                .toItems());
    }

    @RandomTest
    void aRankerReversesTheListOrKeepsIt(RandomGenerator random) {
        fill(random);
        Scenario scenario = scenario(EVERY).ofLength(ALL);
        List<String> blended = ids(list("user-1", scenario));
        List<String> reversed = new ArrayList<>(blended);
        Collections.reverse(reversed);

        assertThat(ranked("user-1", scenario, Ranker.NONE)).isEqualTo(blended);
        assertThat(ranked("user-1", scenario, (candidates, scores) -> false)).isEqualTo(blended);
        assertThat(ranked("user-1", scenario, (candidates, scores) -> {
                    Arrays.setAll(scores, place -> place);
                    return true;
                }))
                .isEqualTo(reversed);
        assertThat(ranked("user-1", scenario, (candidates, scores) -> {
                    Arrays.fill(scores, -7);
                    return true;
                }))
                .isEqualTo(blended);
    }

    /** The features of a list agree with the list. */
    @RandomTest
    void describesCandidatesToRankers(RandomGenerator random) {
        fill(random);
        List<RecommendedItem> blended = list("user-1", scenario(EVERY).ofLength(ALL));
        UserVector user = shop.vector("user-1");
        AtomicInteger rows = new AtomicInteger();

        ranked("user-1", scenario(EVERY).ofLength(ALL), (candidates, scores) -> {
            for (int row = 0; row < candidates.rows(); row++) {
                RecommendedItem item = blended.get(row);
                assertThat(candidates.get(row, Feature.BLEND)).isCloseTo((float) item.score(), within(1e-6f));
                assertThat(candidates.get(row, Feature.RANK)).isEqualTo((float) (1.0 / (row + 1)));
                assertThat(candidates.get(row, Feature.OWN))
                        .isEqualTo(user.indexOf(items.numberOf(item.itemId())) >= 0 ? 1 : 0);
                assertThat(candidates.get(row, Feature.CATEGORY_AFFINITY)).isBetween(0f, 1.0001f);
            }
            rows.set(candidates.rows());
            return false;
        });

        assertThat(rows.get()).isEqualTo(blended.size());
    }
}
