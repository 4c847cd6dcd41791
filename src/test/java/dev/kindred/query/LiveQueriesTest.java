package dev.kindred.query;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserKey;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import dev.kindred.profile.TermPreference;
import dev.kindred.recommend.EmptyReason;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.ShopModel;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.Goods;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.topology.ConsentSettings;
import dev.kindred.topology.ListNames;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LiveQueriesTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final Decay DAY = Decay.ofHalfLife(Duration.ofDays(1));
    private static final VectorSettings VECTORS = new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, 1000, 0);
    private static final MatrixSettings MATRIX = new MatrixSettings(1000, 1000, MONTH, MONTH, DAY);
    private static final RecommendSettings LISTS = new RecommendSettings(10, Excludes.of(List.of("current")), 3);

    private static final ContentSettings CONTENT =
            new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 100, 100, 100, 0, 0);

    private static final Optional<String> ALL = Optional.empty();

    private final ItemDictionary dictionary = new ItemDictionary();
    private final InteractionMatrix matrix = new InteractionMatrix(MATRIX, dictionary, 1);
    private final Catalog catalog = new Catalog(dictionary);
    private final TermIndex terms = new TermIndex(CONTENT, LiveQueriesTest::words, dictionary);
    private final PartitionedVectors vectors = new PartitionedVectors(VECTORS, dictionary, 2);
    private Segments segments = Segments.NONE;
    private boolean matrixIsReady = true;

    private static final KeyedHash PSEUDONYMS = KeyedHash.withSecret("a secret of the tests");

    private final LiveQueries queries = queries(1);

    private LiveQueries queries(int minimumSupport) {
        return queries(minimumSupport, ConsentSettings.NONE);
    }

    private LiveQueries queries(int minimumSupport, ConsentSettings consent) {
        return new LiveQueries(
                new QuerySettings(
                        new ModelSettings(
                                VECTORS,
                                MATRIX,
                                new SimilaritySettings(1000, 50, 0),
                                new SimilarItemsSettings(3).supportedBy(minimumSupport),
                                LISTS.supportedBy(minimumSupport),
                                CONTENT,
                                MONTH),
                        1,
                        Duration.ofMillis(1),
                        PSEUDONYMS,
                        Pseudonyms.NONE,
                        consent,
                        new ListNames(FeedbackSettings.OFF)),
                vectors,
                new ShopModel(matrix, dictionary, catalog, terms),
                new Profiler(
                        new ProfileSettings(MONTH, 5, Duration.ofDays(30), Duration.ofDays(90)),
                        catalog,
                        terms,
                        () -> segments,
                        Clock.fixed(Instant.ofEpochMilli(START_MS + 100), ZoneOffset.UTC)),
                () -> matrixIsReady);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private void learn(Interaction event) {
        UserVector vector = vectors.learn(event);
        int at = vector.indexOf(dictionary.numberOf(event.itemId()));
        matrix.apply(new CellKey(event.userId(), event.itemId()), vector.affinity(at));
    }

    private static ScenarioQuestion question(Scenario scenario) {
        return new ScenarioQuestion(scenario, Set.of(), 0, START_MS);
    }

    private static List<String> ids(CurrentList list) {
        return list.items().stream().map(RecommendedItem::itemId).toList();
    }

    @RandomTest
    void aSessionOfAUsersEventsGetsTheUsersList(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 400, 20, 40).stream()
                .sorted((a, b) -> Long.compare(a.timestampMs(), b.timestampMs()))
                .toList();
        events.forEach(this::learn);
        List<Interaction> session =
                events.stream().filter(event -> event.userId().equals("user-3")).toList();
        ScenarioQuestion seenAreOut = question(LISTS.defaultScenario().excluding(Excludes.of(List.of("seen"))));

        CurrentList known = queries.recommendations("user-3", seenAreOut);
        CurrentList unknown = queries.recommendations(session, seenAreOut);

        assertThat(unknown.vectorVersion()).isEqualTo(known.vectorVersion());
        assertThat(unknown.asOfMs()).isEqualTo(known.asOfMs());
        // the session's nearest neighbor is the user, who has nothing beside what the session has seen
        assertThat(ids(unknown)).isEqualTo(ids(known));
    }

    @Test
    void leavesOutTheItemTouchedLast() {
        learn(click("ann", "tea", START_MS));
        learn(click("ann", "cup", START_MS + 1));
        learn(click("bob", "tea", START_MS));
        learn(click("bob", "cup", START_MS));
        learn(click("bob", "pot", START_MS));

        assertThat(ids(queries.recommendations("ann", question(LISTS.defaultScenario()))))
                .contains("pot", "tea")
                .doesNotContain("cup");
        assertThat(ids(queries.recommendations(
                        "ann", question(LISTS.defaultScenario().ofLength(1)))))
                .hasSize(1);
    }

    @Test
    void ignoresUnknownItemsOfASession() {
        learn(click("ann", "tea", START_MS));
        int before = dictionary.size();

        CurrentList list =
                queries.recommendations(List.of(click("x", "hostile", START_MS)), question(LISTS.defaultScenario()));

        assertThat(ids(list)).containsExactly("tea"); // what is popular
        assertThat(list.vectorVersion()).isZero();
        assertThat(dictionary.size()).isEqualTo(before);
    }

    @Test
    void givesAProfile() {
        learn(click("ann", "tea", START_MS));
        learn(new Interaction(Optional.empty(), "ann", "cup", InteractionType.PURCHASE, START_MS + 5, 1));

        Profile profile = queries.profile("ann");

        assertThat(profile.whole().events()).isEqualTo(2);
        assertThat(profile.whole().firstEventMs()).isEqualTo(START_MS);
        assertThat(profile.whole().lastEventMs()).isEqualTo(START_MS + 5);
        assertThat(profile.items()).extracting(Profile.Item::itemId).containsExactly("cup", "tea");
        assertThat(profile.items().get(0).types()).containsExactly(InteractionType.PURCHASE);
        double squaredNorm = profile.items().stream()
                .mapToDouble(item -> item.interest() * item.interest())
                .sum();
        assertThat(squaredNorm).isCloseTo(1, within(1e-9));
    }

    @Test
    void givesPreferencesWithNamesOfTheCatalog() {
        terms.put(dictionary.numberOf("tea"), Item.of("tea", "green tea", List.of()));
        learn(click("ann", "tea", START_MS));

        // two words of one item, equally rare: each is 1 / sqrt(2) of a vector of length 1
        assertThat(queries.profile("ann").whole().preferences().terms())
                .extracting(TermPreference::kind, TermPreference::term, term -> Math.round(1000 * term.weight()))
                .containsExactly(tuple("word", "green", 707L), tuple("word", "tea", 707L));
    }

    @Test
    void givesAUsersCurrentSegments() {
        learn(click("ann", "tea", START_MS));
        catalog.put(Item.of("tea", "Green tea", List.of("Food > Tea")));
        Segment teaLovers =
                new Segment("tea-lovers", ProfileFilter.parse("category \"food\" share > 0.9 and lifecycle = \"new\""));

        assertThat(queries.profile("ann").segments()).isEmpty();
        segments = new Segments(List.of(teaLovers));
        assertThat(queries.profile("ann").segments()).containsExactly("tea-lovers");
    }

    @Test
    void givesAttributesOfAUser() {
        segments = new Segments(List.of(new Segment("reachable", ProfileFilter.parse("consent \"email\""))));
        learn(click("ann", "tea", START_MS));
        learn(click("bob", "tea", START_MS));

        vectors.say(new UserAttributes("bob", Map.of("country", "DE"), Map.of("email", true), START_MS));

        assertThat(queries.profile("ann").whole().consents()).isEmpty();
        assertThat(queries.profile("ann").segments()).isEmpty();
        assertThat(queries.profile("bob").whole().attributes()).isEqualTo(Map.of("country", "DE"));
        assertThat(queries.profile("bob").segments()).containsExactly("reachable");
        List<MemberPage.Member> members = new ArrayList<>();
        Optional<MemberCursor> next = Optional.of(MemberCursor.START);
        while (next.isPresent()) {
            MemberPage page = queries.members("reachable", next.get(), 5);
            members.addAll(page.members());
            next = page.next();
        }
        assertThat(members).extracting(MemberPage.Member::userId).containsExactly("bob");
    }

    private void consents(String user, Map<String, Boolean> consents) {
        vectors.say(new UserAttributes(user, Map.of(), consents, START_MS));
    }

    /** And no problem tells whether the user is known. */
    @Test
    void aUserWithoutTheRequiredConsentGetsTheListOfEverybody() {
        LiveQueries asking = queries(
                1, new ConsentSettings(ConsentSettings.Required.PERSONALIZATION, ConsentSettings.Withdrawal.FREEZE));
        for (String user : List.of("ann", "bob")) {
            learn(click(user, "tea", START_MS));
        }
        ScenarioQuestion wanted = question(LISTS.defaultScenario().excluding(Excludes.of(List.of("seen"))));
        consents("bob", Map.of("personalization", true));

        for (String user : List.of("ann", "nobody")) {
            CurrentList list = asking.recommendations(user, wanted);
            assertThat(list.personal()).isFalse();
            assertThat(ids(list)).containsExactly("tea"); // although ann has seen it
            assertThat(list.vectorVersion()).isZero();
        }
        assertThat(asking.recommendations("bob", wanted).personal()).isTrue();
        assertThat(ids(asking.recommendations("bob", wanted))).isEmpty();
    }

    @Test
    void aScenarioThatNeedsAConsentIsEmptyWithoutIt() {
        learn(click("ann", "tea", START_MS));
        learn(click("bob", "tea", START_MS));
        consents("bob", Map.of("email", true));
        Scenario mail = new Scenario(
                        "mail",
                        5,
                        Map.of(Strategy.POPULAR, 1.0),
                        ItemFilter.everything(),
                        Excludes.of(List.of()),
                        List.of(),
                        DiversitySettings.NONE,
                        0,
                        false,
                        true)
                .needing("email");

        CurrentList refused = queries.recommendations("ann", question(mail));

        assertThat(refused.items()).isEmpty();
        assertThat(refused.empty()).contains(EmptyReason.CONSENT);
        assertThat(refused.personal()).isFalse();
        assertThat(ids(queries.recommendations("bob", question(mail)))).containsExactly("tea");
    }

    @Test
    void listsMembersOfACurrentSegment() {
        learn(click("ann", "tea", START_MS));
        learn(click("bob", "tea", START_MS));
        learn(click("bob", "cup", START_MS + 5));

        assertThatThrownBy(() -> queries.members("busy", MemberCursor.START, 10))
                .isInstanceOf(QueryException.UnknownSegment.class)
                .hasMessage("no segments are defined: set segments.file to a file that defines some");
        segments = new Segments(List.of(new Segment("busy", ProfileFilter.parse("events > 1"))));

        assertThat(IntStream.of(0, 1)
                        .mapToObj(partition -> queries.members("busy", MemberCursor.ofPartition(partition), 10))
                        .flatMap(page -> page.members().stream()))
                .containsExactly(new MemberPage.Member("bob", Lifecycle.NEW, START_MS + 5));
        assertThatThrownBy(() -> queries.members("idle", MemberCursor.START, 10))
                .isInstanceOf(QueryException.UnknownSegment.class)
                .hasMessage("the segments are busy");
    }

    @Test
    void givesNeighborsByTheirKeysAlone() {
        learn(click("ann", "tea", START_MS));
        learn(click("bob", "tea", START_MS));
        learn(click("cal", "tea", START_MS));
        learn(click("cal", "cup", START_MS));

        List<SimilarUser> neighbors = queries.neighbors("ann", 5);

        assertThat(neighbors)
                .extracting(SimilarUser::key)
                .containsExactly(pseudonym("bob"), pseudonym("cal")); // cal's taste is divided
        assertThat(neighbors.get(0).similarity()).isCloseTo(1, within(1e-6));
        assertThat(queries.neighbors("ann", 1)).hasSize(1);
    }

    private static long pseudonym(String user) {
        return PSEUDONYMS.of(UserKey.of(user));
    }

    /** A session with a rare item reveals nothing about its only user. */
    @Test
    void tellsNothingThatRestsOnFewUsers() {
        for (String user : List.of("ann", "bob", "cal")) {
            learn(click(user, "tea", START_MS));
            learn(click(user, "cup", START_MS));
        }
        learn(click("ann", "tent", START_MS));
        learn(click("bob", "lamp", START_MS));
        learn(click("cal", "lamp", START_MS));
        LiveQueries limited = queries(3);

        assertThat(told(limited, "tent")).isEmpty();
        assertThat(told(limited, "tea")).containsExactly("cup");
        assertThat(limited.popularItems(9, ALL)).extracting(ListedItem::itemId).containsExactlyInAnyOrder("tea", "cup");
        assertThat(limited.trendingItems(9, ALL))
                .extracting(ListedItem::itemId)
                .containsExactlyInAnyOrder("tea", "cup");
        assertThat(limited.trendPosition("tent")).isEmpty();
        assertThat(told(limited.unlimited(), "tent")).containsExactly("cup", "tea");
        assertThat(limited.unlimited().popularItems(9, ALL)).hasSize(4);
    }

    private static Set<String> told(LiveQueries asked, String item) {
        Set<String> told = new TreeSet<>();
        asked.similarItems(item, 9).forEach(similar -> told.add(similar.itemId()));
        asked
                .recommendations(List.of(click("guest", item, START_MS)), question(LISTS.defaultScenario()))
                .items()
                .stream()
                .filter(listed -> listed.strategy() == Strategy.USER_BASED)
                .forEach(listed -> told.add(listed.itemId()));
        return told;
    }

    @Test
    void ordersItemsByAudience() {
        learn(click("ann", "tea", START_MS));
        learn(click("ann", "cup", START_MS));
        learn(click("bob", "tea", START_MS));

        assertThat(queries.similarItems("tea", 5))
                .extracting(SimilarItem::itemId)
                .containsExactly("cup");
        assertThat(queries.popularItems(1, ALL)).extracting(ListedItem::itemId).containsExactly("tea");
        assertThat(queries.popularItems(9, ALL).get(0).value()).isCloseTo(2, within(1e-6));
    }

    @Test
    void listsTrendingItems() {
        long tenDaysLaterMs = START_MS + Duration.ofDays(10).toMillis();
        learn(click("ann", "tea", START_MS));
        learn(click("bob", "tea", START_MS));
        learn(click("cal", "pot", START_MS));
        learn(click("cal", "cup", tenDaysLaterMs));

        // tea has 2 / 2^10 users left, a pot had one and has 1 / 2^10, which is less than a thousandth
        List<ListedItem> trending = queries.trendingItems(5, ALL);
        assertThat(trending).extracting(ListedItem::itemId).containsExactly("cup", "tea");
        assertThat(trending.get(1).value()).isCloseTo(2.0 / 1024, within(1e-9));
        assertThat(queries.trendPosition("tea")).hasValue(2);
        assertThat(queries.trendPosition("pot")).isEmpty();
        assertThat(queries.trendingItems(1, ALL)).hasSize(1);
        assertThat(queries.popularItems(1, ALL)).extracting(ListedItem::itemId).containsExactly("tea");
    }

    private static Item shelved(String id, String category, RandomGenerator random) {
        OptionalLong publishedMs =
                random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(START_MS + random.nextLong(100));
        return Goods.item(id, List.of(category), random.nextInt(5) == 0, publishedMs);
    }

    /** The slow twin of a list of a category. */
    private static <T extends Comparable<T>> List<String> sorted(List<Item> items, Function<Item, T> descending) {
        return items.stream()
                .sorted(Comparator.comparing(descending).reversed().thenComparing(Item::itemId))
                .map(Item::itemId)
                .limit(5)
                .toList();
    }

    /**
     * Law: the lists of a category are those of its items, and of the categories below it, in order, without hidden
     * items.
     */
    @RandomTest
    void givesTheSameListsForEveryCategory(RandomGenerator random) {
        Streams.random(random, 300, 20, 40).forEach(this::learn);
        List<String> categories = List.of("Home", "Home > Kitchen", "Home > Kitchen > Tea", "Homes", "Food");
        List<Item> items = IntStream.range(0, 45) // some that nobody has
                .mapToObj(i -> shelved("item-" + i, categories.get(random.nextInt(5)), random))
                .toList();
        items.forEach(catalog::put);
        MatrixView view = matrix.view();
        long nowMs = START_MS + 50;

        List<Item> there = items.stream()
                .filter(item -> item.categories().get(0).startsWith("Home > Kitchen") && !item.hidden())
                .toList();
        Optional<String> category = Optional.of("home>kitchen");
        Function<Item, Float> users = item -> (float) view.popularity(dictionary.find(item.itemId()), Long.MIN_VALUE);
        Function<Item, Float> lately = item -> (float) view.trend(dictionary.find(item.itemId()), Long.MIN_VALUE);
        assertThat(queries.popularItems(5, category))
                .extracting(ListedItem::itemId)
                .isEqualTo(sorted(there.stream().filter(i -> users.apply(i) > 0).toList(), users));
        assertThat(queries.trendingItems(5, category))
                .extracting(ListedItem::itemId)
                .isEqualTo(sorted(
                        there.stream().filter(i -> lately.apply(i) >= 1e-3f).toList(), lately));
        assertThat(queries.recentItems(5, category, nowMs))
                .extracting(ListedItem::itemId)
                .isEqualTo(sorted(
                        there.stream()
                                .filter(item -> item.publishedMs().orElse(Long.MAX_VALUE) <= nowMs)
                                .toList(),
                        item -> item.publishedMs().orElseThrow()));
        assertThat(queries.popularItems(5, Optional.of("Nowhere"))).isEmpty();
    }

    @Test
    void leavesHiddenItemsOffAllLists() {
        learn(click("ann", "tea", START_MS));
        learn(click("ann", "cup", START_MS));
        catalog.put(Goods.item("tea", List.of(), true, OptionalLong.of(START_MS)));

        assertThat(queries.popularItems(5, ALL)).extracting(ListedItem::itemId).containsExactly("cup");
        assertThat(queries.trendingItems(5, ALL)).extracting(ListedItem::itemId).containsExactly("cup");
        assertThat(queries.recentItems(5, ALL, START_MS)).isEmpty();
    }

    @Test
    void listsItemsBoughtTogether() {
        for (String item : List.of("tea", "pot", "jug", "mug")) {
            learn(new Interaction(Optional.empty(), "ann", item, InteractionType.PURCHASE, START_MS, 1));
        }
        learn(click("ann", "cup", START_MS));

        assertThat(queries.boughtTogether("tea", 5))
                .extracting(SimilarItem::itemId)
                .containsExactly("jug", "mug", "pot");
        assertThat(queries.boughtTogether("cup", 5)).isEmpty();
        assertThat(queries.similarItems("tea", 5)) // more than are remembered
                .extracting(SimilarItem::itemId)
                .containsExactly("cup", "jug", "mug", "pot");
        assertThat(queries.similarItems("tea", 1))
                .extracting(SimilarItem::itemId)
                .containsExactly("cup");
    }

    @Test
    void reportsUnknownUsersAndItems() {
        int before = dictionary.size();

        assertThatThrownBy(() -> queries.profile("nobody")).isInstanceOf(QueryException.UnknownUser.class);
        assertThatThrownBy(() -> queries.recommendations("nobody", question(LISTS.defaultScenario())))
                .isInstanceOf(QueryException.UnknownUser.class);
        assertThatThrownBy(() -> queries.similarItems("nothing", 5)).isInstanceOf(QueryException.UnknownItem.class);
        assertThat(dictionary.size()).isEqualTo(before);
    }

    @Test
    void givesAnItemOfTheCatalog() {
        Item tea = Item.of("tea", "Green tea", List.of());
        catalog.put(tea);
        learn(click("ann", "cup", START_MS));

        assertThat(queries.item("tea")).isEqualTo(tea);
        assertThatThrownBy(() -> queries.item("cup")).isInstanceOf(QueryException.UnknownItem.class);
    }

    @Test
    void answersNothingBeforeTheMatrixIsRead() {
        matrixIsReady = false;

        assertThatThrownBy(() -> queries.popularItems(5, ALL)).isInstanceOf(QueryException.NotReady.class);
        assertThatThrownBy(() -> queries.recommendations("ann", question(LISTS.defaultScenario())))
                .isInstanceOf(QueryException.NotReady.class);
        assertThatThrownBy(() -> queries.item("tea")).isInstanceOf(QueryException.NotReady.class);
        assertThatThrownBy(() -> queries.members("busy", MemberCursor.START, 5))
                .isInstanceOf(QueryException.NotReady.class);
    }
}
