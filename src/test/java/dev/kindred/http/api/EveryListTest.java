package dev.kindred.http.api;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.catalog.Catalog;
import dev.kindred.config.KindredConfig;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segments;
import dev.kindred.query.ListedItem;
import dev.kindred.query.LiveQueries;
import dev.kindred.query.PartitionScan;
import dev.kindred.query.QueryException;
import dev.kindred.query.QuerySettings;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.query.UserRecords;
import dev.kindred.query.Vectors;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.ShopModel;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.Goods;
import dev.kindred.vector.UserVector;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule of the shop holds in every list that can be asked for: no hidden or withdrawn item is in it. */
final class EveryListTest {

    private static final long NOW_MS = START_MS + 1000;
    private static final Excludes NOTHING = Excludes.of(List.of());
    private static final Optional<String> ALL = Optional.empty();
    private static final Optional<String> PANTRY = Optional.of("Pantry");

    private final ModelSettings settings =
            KindredConfig.of(Map.of()).modelSettings().unlimited();
    private final ItemDictionary dictionary = new ItemDictionary();
    private final InteractionMatrix matrix = new InteractionMatrix(settings.matrix(), dictionary, 1);
    private final Catalog catalog = new Catalog(dictionary);
    private final TermIndex terms = new TermIndex(settings.content(), text -> List.of(text.split(" ")), dictionary);
    private final Map<String, UserVector> vectors = new HashMap<>();
    private final LiveQueries queries = new LiveQueries(
            new QuerySettings(settings, 1, Duration.ofSeconds(1), KeyedHash.random()),
            new VectorsInMemory(),
            new ShopModel(matrix, dictionary, catalog, terms),
            new Profiler(
                    KindredConfig.of(Map.of()).profileSettings(),
                    catalog,
                    terms,
                    () -> Segments.NONE,
                    Clock.systemUTC()),
            () -> true);

    private final class VectorsInMemory implements Vectors {

        @Override
        public Optional<ErasureReceipt> receipt(int partition, String requestId) {
            return Optional.empty();
        }

        @Override
        public UserVector of(String userId) {
            return Optional.ofNullable(vectors.get(userId)).orElseThrow(QueryException.UnknownUser::new);
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public <R> R scan(int partition, String userId, Function<PartitionScan, R> use) {
            throw new UnsupportedOperationException("no list needs a scan");
        }

        @Override
        public UserRecords recordsOf(String userId) {
            throw new UnsupportedOperationException("no list needs more than attributes");
        }

        @Override
        public Optional<UserAttributes> attributesOf(String userId) {
            return Optional.empty();
        }
    }

    /** A way to get a list. */
    private record Way(String name, Function<EveryListTest, List<String>> list) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Way> ways() {
        List<Way> ways = new java.util.ArrayList<>(List.of(
                new Way("default list", test -> test.ofUser("ann", byDefault(NOTHING), false)),
                new Way("default list of a session", test -> test.ofSession(byDefault(NOTHING))),
                new Way("filled up with what is popular", test -> test.ofUser("loner", byDefault(NOTHING), false)),
                new Way("fallback", test -> test.ofUser("nobody", byDefault(NOTHING), true)),
                new Way("blend", test -> test.ofUser("ann", scenario(every()), false)),
                new Way("blend of a session", test -> test.ofSession(scenario(every()))),
                new Way("fallback of a blend", test -> test.ofUser("nobody", scenario(every()), true)),
                new Way("similar items", test -> similar(test.queries.similarItems("tea", 20))),
                new Way("many similar items", test -> similar(test.queries.similarItems("tea", 200))),
                new Way("bought together", test -> similar(test.queries.boughtTogether("tea", 20))),
                new Way("described alike", test -> similar(test.queries.alikeItems("tea", 20))),
                new Way("popular", test -> listed(test.queries.popularItems(20, ALL))),
                new Way("popular in a category", test -> listed(test.queries.popularItems(20, PANTRY))),
                new Way("trending", test -> listed(test.queries.trendingItems(20, ALL))),
                new Way("trending in a category", test -> listed(test.queries.trendingItems(20, PANTRY))),
                new Way("recent", test -> listed(test.queries.recentItems(20, ALL, NOW_MS))),
                new Way("recent in a category", test -> listed(test.queries.recentItems(20, PANTRY, NOW_MS)))));
        for (Strategy strategy : Strategy.values()) {
            ways.add(new Way(
                    "scenario of " + strategy, test -> test.ofUser("ann", scenario(Map.of(strategy, 1.0)), false)));
        }
        return ways.stream();
    }

    private static Map<Strategy, Double> every() {
        Map<Strategy, Double> weights = new EnumMap<>(Strategy.class);
        for (Strategy strategy : Strategy.values()) {
            weights.put(strategy, 1.0);
        }
        return weights;
    }

    private static Scenario byDefault(Excludes excludes) {
        return new RecommendSettings(20, excludes, 3).defaultScenario();
    }

    private static Scenario scenario(Map<Strategy, Double> weights) {
        return scenario(weights, "", 0);
    }

    private static Scenario scenario(Map<Strategy, Double> weights, String filter, int minimumSupport) {
        return new Scenario(
                "any",
                20,
                weights,
                ItemFilter.parse(filter),
                NOTHING,
                List.of(),
                DiversitySettings.NONE,
                minimumSupport,
                false,
                false);
    }

    private List<String> ofUser(String userId, Scenario scenario, boolean orPopular) {
        return ids(answer(userId, scenario, orPopular));
    }

    private RecommendationsAnswer answer(String userId, Scenario scenario, boolean orPopular) {
        return question(scenario).ofUser(userId, new Source(queries, false), orPopular);
    }

    private static ListQuestion question(Scenario scenario) {
        return new ListQuestion(
                new ScenarioQuestion(scenario, Set.of(), 0, NOW_MS), new Explanation(false, Optional.empty()), false);
    }

    private List<String> ofSession(Scenario scenario) {
        return ids(question(scenario).ofSession(List.of(click("guest", "tea", START_MS)), queries));
    }

    private static List<String> ids(RecommendationsAnswer answer) {
        return answer.items().stream().map(RecommendationsAnswer.Item::itemId).toList();
    }

    private static List<String> similar(List<SimilarItem> items) {
        return items.stream().map(SimilarItem::itemId).toList();
    }

    private static List<String> listed(List<ListedItem> items) {
        return items.stream().map(ListedItem::itemId).toList();
    }

    private void learn(Interaction event) {
        UserVector vector =
                vectors.computeIfAbsent(event.userId(), user -> new UserVector(settings.vector(), dictionary));
        vector.learn(event);
        int at = vector.indexOf(dictionary.numberOf(event.itemId()));
        matrix.apply(new CellKey(event.userId(), event.itemId()), vector.affinity(at));
    }

    private static Interaction purchase(String user, String item) {
        return new Interaction(Optional.empty(), user, item, InteractionType.PURCHASE, START_MS, 1);
    }

    private static Item sold(String id, boolean hidden) {
        return Goods.item(id, List.of("Pantry > Tea"), hidden, OptionalLong.of(START_MS));
    }

    /** What the writer of the catalog does with a record, and the writer of terms after it. */
    private void put(Item item) {
        catalog.put(item);
    }

    @BeforeEach
    void fill() {
        catalog.follow((number, before, now) -> now.ifPresentOrElse(
                item -> terms.put(
                        number,
                        new Item(
                                item.itemId(),
                                "green " + item.title(),
                                "",
                                item.categories(),
                                item.tags(),
                                "",
                                item.price(),
                                "",
                                Map.of(),
                                true,
                                item.hidden(),
                                item.publishedMs(),
                                0,
                                false)),
                () -> terms.remove(number)));
        for (String item : List.of("tea", "cup", "pot")) {
            put(sold(item, false));
        }
        for (String user : List.of("bob", "cal", "dan", "eve")) {
            for (String item : List.of("tea", "cup", "pot")) {
                learn(purchase(user, item));
            }
        }
        learn(purchase("ann", "tea"));
        learn(click("loner", "alone", START_MS));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void hasNoItemThatIsHiddenOrWithdrawnUntilItIsBack(Way way) {
        assertThat(way.list().apply(this)).as("at first").contains("cup", "pot");

        put(sold("cup", true));
        assertThat(way.list().apply(this)).as("hidden").contains("pot").doesNotContain("cup");

        put(sold("cup", false));
        assertThat(way.list().apply(this)).as("shown again").contains("cup", "pot");

        put(Item.withdrawn("cup"));
        assertThat(way.list().apply(this)).as("withdrawn").contains("pot").doesNotContain("cup");

        put(sold("cup", false));
        assertThat(way.list().apply(this)).as("put again").contains("cup", "pot");

        catalog.remove("cup"); // a tombstone
        assertThat(way.list().apply(this)).as("removed").contains("pot").doesNotContain("cup");
    }

    @Test
    void similarItemsAreAsManyAsThereAre() {
        int kept = settings.similarItems().kept();
        for (int i = 0; i < kept + 5; i++) {
            learn(purchase("bob", "item-" + i));
        }
        put(sold("cup", true));
        put(sold("pot", true));

        assertThat(queries.similarItems("tea", kept)).hasSize(kept);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void fallbackIsNotEmptyWhilePopularItemsPass(Strategy strategy) {
        Scenario sparse = scenario(Map.of(strategy, 1.0), "item = \"pot\"", 4);

        RecommendationsAnswer answer = answer("nobody", sparse, true);

        assertThat(ids(answer)).containsExactly("pot");
        assertThat(answer.fallback()).isTrue();
        assertThat(answer.empty()).isNull();
    }

    @Test
    void fallbackLooksBehindTheMostPopularItems() {
        learn(click("zoe", "rare", START_MS));
        for (int i = 0; i < 600; i++) { // more than the matrix lists
            learn(click("one", "item-" + i, START_MS));
            learn(click("two", "item-" + i, START_MS));
        }

        Scenario narrow = scenario(Map.of(Strategy.POPULAR, 1.0), "item = \"rare\"", 0);
        put(sold("rare", false));

        assertThat(ofUser("nobody", narrow, true)).containsExactly("rare");
    }

    @Test
    void anEmptyFallbackHasAReason() {
        Map<Strategy, Double> weights = Map.of(Strategy.USER_BASED, 1.0);

        assertThat(answer("nobody", scenario(weights, "brand = \"none\"", 0), true)
                        .empty())
                .isEqualTo("no popular item passes the filter");
        assertThat(answer("nobody", scenario(weights, "", 99), true).empty())
                .isEqualTo("no popular item has the minimum support of the scenario");
        assertThat(answer("nobody", scenario(weights, "", 99), true).fallback()).isTrue();
        assertThat(answer("loner", scenario(weights, "item = \"pot\"", 0), false)
                        .empty())
                .isEqualTo("no strategy of the scenario finds an item for this user");
        for (String item : List.of("tea", "cup", "pot", "alone")) {
            put(Item.withdrawn(item));
        }
        assertThat(answer("nobody", scenario(weights), true).empty())
                .isEqualTo("every popular item is hidden or withdrawn");
    }

    @Test
    void anEmptyFallbackReportsThatNothingIsInStock() {
        for (String item : List.of("tea", "cup", "pot", "alone")) {
            put(new Item(
                    item,
                    "",
                    "",
                    List.of(),
                    Set.of(),
                    "",
                    Optional.empty(),
                    "",
                    Map.of(),
                    false,
                    false,
                    OptionalLong.empty(),
                    0,
                    false));
        }

        assertThat(answer("nobody", scenario(every(), "in_stock", 0), true).empty())
                .isEqualTo("no popular item that passes the filter is in stock");
    }
}
