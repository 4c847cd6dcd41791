package dev.kindred.recommend;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.Copies;
import dev.kindred.testing.Copies.RowCopy;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecommenderTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final VectorSettings FADING = new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, 1000, 0);

    private final Shop shop = new Shop(FADING, new MatrixSettings(1000, 1000, MONTH, MONTH));

    private List<RecommendedItem> recommend(String user, String currentItem, RecommendSettings settings) {
        return recommend(UserKey.of(user), user, currentItem, settings);
    }

    private List<RecommendedItem> recommend(long key, String user, String currentItem, RecommendSettings settings) {
        MatrixView view = shop.view();
        Neighbors neighbors = neighbors(key, user, view);
        return shop.defaultList(
                settings, shop.vector(user), shop.items().numberOf(currentItem), neighbors, view, START_MS);
    }

    private Neighbors neighbors(String user, MatrixView view) {
        return neighbors(UserKey.of(user), user, view);
    }

    private Neighbors neighbors(long key, String user, MatrixView view) {
        return new NeighborSearch(new SimilaritySettings(1000, 50, 0)).search(key, shop.vector(user), view);
    }

    private static RecommendSettings list(int size, String... excludes) {
        return new RecommendSettings(size, Excludes.of(List.of(excludes)), 1000);
    }

    private static List<String> ids(List<RecommendedItem> items) {
        return items.stream().map(RecommendedItem::itemId).toList();
    }

    /** The slow twin: the plain score of every item, by the definition. */
    private Map<String, Double> scores(String user) {
        return scores(user, 0, 1, 0);
    }

    /** The slow twin: the score of every item, by the definition of the votes. */
    private Map<String, Double> scores(String user, double proximity, double before, double recency) {
        MatrixView view = shop.view();
        Neighbors neighbors = neighbors(user, view);
        Map<String, Double> scores = new HashMap<>();
        for (int n = 0; n < neighbors.size(); n++) {
            RowCopy row = Copies.row(view, neighbors.slot(n));
            double said = neighbors.similarity(n) / (1 + recency * ageOfShared(user, row)) * view.unitAt(START_MS, 0);
            for (int i = 0; i < row.size(); i++) {
                double part = said * row.weight(i) * closeness(user, row, i, proximity, before);
                scores.merge(shop.items().idOf(row.item(i)), part, Double::sum);
            }
        }
        return scores;
    }

    private double ageOfShared(String user, RowCopy row) {
        UserVector vector = shop.vector(user);
        long latestShared = IntStream.range(0, row.size())
                .map(i -> vector.indexOf(row.item(i)))
                .filter(at -> at >= 0)
                .mapToLong(vector::touchedMs)
                .max()
                .orElseThrow();
        return IntStream.range(0, vector.size())
                .mapToLong(vector::touchedMs)
                .filter(touched -> touched > latestShared)
                .distinct()
                .count();
    }

    private double closeness(String user, RowCopy row, int cell, double proximity, double before) {
        UserVector vector = shop.vector(user);
        double weighted = 0;
        double weights = 0;
        for (int j = 0; j < row.size(); j++) {
            int at = vector.indexOf(row.item(j));
            double weight = at < 0 ? 0 : vector.interest(at) * row.weight(j);
            double distance = proximity * Math.abs(row.rank(cell) - row.rank(j));
            double order = row.rank(cell) < row.rank(j) ? before : 1;
            weighted += weight * order * (Math.exp(-distance) + Math.exp(-distance / 10)) / 2;
            weights += weight;
        }
        return weighted / weights;
    }

    @RandomTest
    void ranksByVotesThatKnowTheOrderOfEvents(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));

        List<RecommendedItem> found = recommend(
                "user-1", "item-0", new RecommendSettings(10, Excludes.of(List.of()), 1000, 0.7, 0.3, 0.4, 0, 1));

        Map<String, Double> scores = scores("user-1", 0.7, 0.3, 0.4);
        assertThat(ids(found)).isEqualTo(best(scores, 10));
        assertThat(found).allSatisfy(item -> {
            double score = scores.getOrDefault(item.itemId(), 0.0);
            assertThat(item.score()).isCloseTo(score, within(1e-6 * score));
            assertThat(item.reasons().stream().mapToDouble(Reason::share).sum()).isCloseTo(1, within(1e-9));
        });
    }

    /** Law: in the answer to a session, an item of others rests on enough neighbors. */
    @RandomTest
    void listsNothingThatTooFewNeighborsHaveForASession(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 300, 30, 60));
        MatrixView view = shop.view();
        Neighbors neighbors = neighbors(UserKey.NONE, "user-1", view);
        Map<String, Integer> supporters = new HashMap<>();
        for (int n = 0; n < neighbors.size(); n++) {
            RowCopy row = Copies.row(view, neighbors.slot(n));
            for (int i = 0; i < row.size(); i++) {
                supporters.merge(shop.items().idOf(row.item(i)), 1, Integer::sum);
            }
        }

        assertListsOnly(item -> supporters.getOrDefault(item, 0) >= 3, UserKey.NONE);
    }

    /** Law: on the list of a user, an item of others rests on enough users in all. */
    @RandomTest
    void listsNothingThatTooFewUsersHaveForAUser(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 300, 30, 60));

        assertListsOnly(item -> shop.view().users(shop.items().numberOf(item)) >= 3, UserKey.of("user-1"));
    }

    private void assertListsOnly(Predicate<String> isSupported, long key) {
        UserVector own = shop.vector("user-1");
        List<String> all = userBased(recommend(key, "user-1", "item-0", supported(1)));
        List<String> found = userBased(recommend(key, "user-1", "item-0", supported(3)));

        assertThat(found)
                .isEqualTo(all.stream()
                        .filter(item -> isSupported.test(item)
                                || own.indexOf(shop.items().numberOf(item)) >= 0)
                        .toList());
        assertThat(found).hasSizeLessThan(all.size());
    }

    /** The items that neighbors vote for; popular items fill up the list. */
    private static List<String> userBased(List<RecommendedItem> items) {
        return ids(items.stream()
                .filter(item -> item.strategy() == Strategy.USER_BASED)
                .toList());
    }

    private static RecommendSettings supported(int minimumSupport) {
        return new RecommendSettings(1000, Excludes.of(List.of()), 0, 0.7, 1, 0.4, 0.5, minimumSupport);
    }

    /** Law: a reason that comes from others rests on enough neighbors who share it and have the item. */
    @RandomTest
    void givesNoReasonThatTooFewNeighborsShare(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 300, 30, 60));
        MatrixView view = shop.view();
        Neighbors neighbors = neighbors("user-1", view);

        List<RecommendedItem> found = recommend(
                "user-1", "item-0", new RecommendSettings(1000, Excludes.of(List.of()), 1000, 0.7, 1, 0.4, 0, 3));

        assertThat(found)
                .filteredOn(item -> item.strategy() == Strategy.USER_BASED)
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.reasons())
                            .allSatisfy(reason -> assertThat(sharing(neighbors, item.itemId(), reason.itemId(), view))
                                    .isGreaterThanOrEqualTo(3));
                    assertThat(item.reasons().stream()
                                    .mapToDouble(Reason::share)
                                    .sum())
                            .satisfiesAnyOf(
                                    sum -> assertThat(item.reasons()).isEmpty(),
                                    sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
                });
    }

    private long sharing(Neighbors neighbors, String itemId, String reasonId, MatrixView view) {
        return IntStream.range(0, neighbors.size())
                .mapToObj(n -> Copies.row(view, neighbors.slot(n)))
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> shop.items().idOf(row.item(i)))
                        .toList())
                .filter(items -> items.contains(itemId) && items.contains(reasonId))
                .count();
    }

    private static List<String> best(Map<String, Double> scores, int count) {
        return scores.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    @RandomTest
    void letsTheOwnHistoryVoteLikeANeighborWithTheSameRow(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));
        UserVector vector = shop.vector("user-1");
        MatrixView view = shop.view();
        Neighbors none = new NeighborSearch(new SimilaritySettings(1, 1, 0)).search(1, vector, emptyView());

        List<RecommendedItem> found = shop.defaultList(
                new RecommendSettings(10, Excludes.of(List.of()), 1000, 0.7, 1, 0.4, 0.5, 1),
                vector,
                0,
                none,
                view,
                START_MS);

        RowCopy row = Copies.rowOf(view, UserKey.of("user-1"));
        Map<String, Double> votes = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            double vote = 0.5 * row.weight(i) * view.unitAt(START_MS, 0) * closeness("user-1", row, i, 0.7, 1);
            votes.put(shop.items().idOf(row.item(i)), vote);
        }
        List<RecommendedItem> voted = found.stream()
                .filter(item -> item.strategy() == Strategy.USER_BASED)
                .toList();
        assertThat(voted).isNotEmpty().allSatisfy(item -> {
            assertThat(item.score()).isCloseTo(votes.getOrDefault(item.itemId(), 0.0), within(1e-6 * item.score()));
            assertThat(item.similarUsers()).isZero();
            assertThat(item.reasons().stream().mapToDouble(Reason::share).sum()).isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void fallsBackWhereAllVotesHaveFaded() {
        long longAgoMs = START_MS - Duration.ofDays(25 * 365).toMillis(); // 304 half-lives
        shop.learn(click("me", "tent", longAgoMs));
        shop.learn(click("other", "tent", longAgoMs));
        shop.learn(click("other", "stove", longAgoMs));
        shop.learn(click("stranger", "elsewhere", START_MS));

        assertThat(recommend("me", "tent", list(4, "current")))
                .isNotEmpty()
                .noneMatch(item -> item.strategy() == Strategy.USER_BASED);
    }

    private static MatrixView emptyView() {
        return new Shop(FADING, new MatrixSettings(1, 1, MONTH, MONTH)).view();
    }

    @Test
    void prefersItemsThatANeighborTouchedNextToTheSharedItem() {
        for (String item : List.of("tent", "stove", "book", "lamp", "sofa")) {
            shop.learn(click("other", item, START_MS + 1000L * item.length() * item.charAt(0)));
        }
        shop.learn(click("me", "tent", START_MS));

        RecommendSettings plain = list(4, "current");
        RecommendSettings near = new RecommendSettings(4, Excludes.of(List.of("current")), 3, 1, 1, 0, 0, 1);

        // in the order of their touches: book, lamp, sofa, tent, stove
        assertThat(ids(recommend("me", "tent", plain))).first().isEqualTo("stove");
        assertThat(ids(recommend("me", "tent", near))).containsExactly("stove", "sofa", "lamp", "book");
    }

    @Test
    void prefersItemsThatANeighborTouchedAfterTheSharedItem() {
        shop.learn(click("other", "before", START_MS));
        shop.learn(click("other", "tent", START_MS + 1000));
        shop.learn(click("other", "after", START_MS + 2000));
        shop.learn(click("me", "tent", START_MS));

        List<RecommendedItem> found =
                recommend("me", "tent", new RecommendSettings(2, Excludes.of(List.of("current")), 3, 1, 0.25, 0, 0, 1));

        assertThat(ids(found)).containsExactly("after", "before");
        assertThat(found.get(0).score())
                .isCloseTo(4 * found.get(1).score(), within(1e-4)); // decay within a second is less
    }

    @Test
    void prefersNeighborsWhoShareTheLastTouchedItem() {
        shop.learn(click("camper", "tent", START_MS));
        shop.learn(click("camper", "stove", START_MS));
        shop.learn(click("reader", "novel", START_MS));
        shop.learn(click("reader", "lamp", START_MS));
        VectorSettings steady = new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 1, 1000, 0);
        UserVector me = new UserVector(steady, shop.items());
        me.learn(click("me", "novel", START_MS));
        me.learn(click("me", "tent", START_MS + 1));

        MatrixView view = shop.view();
        Neighbors neighbors = new NeighborSearch(new SimilaritySettings(1000, 50, 0)).search(1, me, view);
        List<RecommendedItem> found = shop.defaultList(
                new RecommendSettings(2, Excludes.of(List.of("seen")), 3, 0, 1, 1, 0, 1),
                me,
                0,
                neighbors,
                view,
                START_MS);

        assertThat(ids(found)).containsExactly("stove", "lamp");
        assertThat(found.get(0).score()).isCloseTo(2 * found.get(1).score(), within(1e-6));
    }

    @RandomTest
    void ranksByTheWeightedSumOverNeighbors(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));

        List<RecommendedItem> found = recommend("user-1", "item-0", list(10));

        Map<String, Double> scores = scores("user-1");
        assertThat(ids(found)).isEqualTo(best(scores, 10));
        assertThat(found)
                .allSatisfy(item ->
                        assertThat(item.score()).isCloseTo(scores.getOrDefault(item.itemId(), 0.0), within(1e-9)));
    }

    /**
     * Law: lists depend on how far events are apart in half-lives, not on when they were, nor on users who share nothing.
     */
    @RandomTest
    void dependsNeitherOnTheAgeNorOnTheUnitOfTimeOfALogNorOnStrangers(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 1000, 30, 60);
        long yearMs = Duration.ofDays(365).toMillis();
        for (Duration halfLife : List.of(Duration.ofDays(30), Duration.ofHours(1))) {
            List<RecommendedItem> expected = listOf(halfLife, events);
            for (long shiftMs : List.of(-30 * yearMs, 90 * yearMs, 12_345_678_901L)) {
                List<Interaction> shifted = events.stream()
                        .map(event -> at(event, event.timestampMs() + shiftMs))
                        .toList();

                assertAreAlike(listOf(halfLife, shifted), expected);
            }
            for (int factor : List.of(3, 24)) { // of all times, and so of the half-life
                List<Interaction> scaled = events.stream()
                        .map(event -> at(event, START_MS + factor * (event.timestampMs() - START_MS)))
                        .toList();

                assertAreAlike(listOf(halfLife.multipliedBy(factor), scaled), expected);
            }
            for (long timeMs : List.of(START_MS - 30 * yearMs, START_MS + 13 * yearMs)) {
                List<Interaction> withStranger = new ArrayList<>(events);
                withStranger.add(random.nextInt(events.size()), click("stranger", "other", timeMs));

                assertAreAlike(listOf(halfLife, withStranger), expected);
            }
        }
    }

    private static Interaction at(Interaction event, long timestampMs) {
        return new Interaction(
                event.eventId(), event.userId(), event.itemId(), event.type(), timestampMs, event.strength());
    }

    private static List<RecommendedItem> listOf(Duration halfLife, List<Interaction> events) {
        Decay decay = Decay.ofHalfLife(halfLife);
        Shop shop = new Shop(
                new VectorSettings(TypeWeights.equal(), decay, decay, 0.8, 1000, 0),
                new MatrixSettings(1000, 1000, decay, decay));
        shop.learnAll(events);
        MatrixView view = shop.view();
        UserVector vector = shop.vector("user-1");
        Neighbors neighbors =
                new NeighborSearch(new SimilaritySettings(1000, 50, 0)).search(UserKey.of("user-1"), vector, view);
        return shop.defaultList(
                list(5), vector, 0, neighbors, view, vector.header().timeMs());
    }

    private static void assertAreAlike(List<RecommendedItem> found, List<RecommendedItem> expected) {
        assertThat(ids(found)).isEqualTo(ids(expected));
        for (int i = 0; i < found.size(); i++) {
            double score = expected.get(i).score();
            assertThat(found.get(i).strategy()).isEqualTo(expected.get(i).strategy());
            assertThat(found.get(i).score()).isCloseTo(score, within(1e-5 * score));
        }
    }

    @Test
    void fallsBackIfAllVotesHaveFadedToNothing() {
        long decadesMs = Duration.ofDays(40 * 365).toMillis();
        shop.learn(click("old", "tea", START_MS - decadesMs));
        shop.learn(click("old", "cup", START_MS - decadesMs));

        shop.learn(click("me", "tea", START_MS));

        assertThat(recommend("me", "tea", list(5))).isNotEmpty().allMatch(item -> item.strategy() == Strategy.POPULAR);
    }

    @RandomTest
    void givesReasonsThatAddUpToTheScore(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));
        MatrixView view = shop.view();
        Neighbors neighbors = neighbors("user-1", view);
        int[] items = {0, 1, 2, 3, 4};
        Votes votes = new Votes(0, 1, 0);
        votes.begin(neighbors, shop.vector("user-1"), Integer.MIN_VALUE / 2, view.items());
        for (int n = 0; n < neighbors.size(); n++) {
            votes.add(neighbors, n);
        }
        Reasons reasons = new Reasons(1, shop.items());

        reasons.compute(items, 5, neighbors, votes, 3);

        for (int item : items) {
            double total = reasons.total(item) * view.unitAt(START_MS, votes.unit());
            double score = scores("user-1").getOrDefault(shop.items().idOf(item), 0.0);
            assertThat(total).isCloseTo(score, within(1e-6 * Math.max(1, score)));
        }
    }

    @RandomTest
    void givesSharesThatAddUpToOne(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));

        List<RecommendedItem> found = recommend("user-1", "item-0", list(10));

        assertThat(found).isNotEmpty().allSatisfy(item -> {
            double sum = item.reasons().stream().mapToDouble(Reason::share).sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void namesTheUsersOwnItemsAndCountsThoseBehindThem() {
        shop.learn(click("v1", "tent", START_MS));
        shop.learn(click("v1", "stove", START_MS));
        shop.learn(click("v2", "tent", START_MS));
        shop.learn(click("v2", "stove", START_MS));
        shop.learn(click("me", "sofa", START_MS));
        shop.learn(click("me", "tent", START_MS));

        RecommendedItem first = recommend("me", "tent", list(1, "current")).get(0);

        assertThat(first.itemId()).isEqualTo("stove");
        assertThat(first.strategy()).isEqualTo(Strategy.USER_BASED);
        assertThat(first.similarUsers()).isEqualTo(2);
        assertThat(first.reasons()).containsExactly(new Reason("tent", 1.0));
    }

    @Test
    void breaksTiesByLowerItemId() {
        for (String item : List.of("c", "a", "b", "seen")) {
            shop.learn(click("other", item, START_MS));
        }
        shop.learn(click("me", "seen", START_MS));

        assertThat(ids(recommend("me", "seen", list(2, "current")))).containsExactly("a", "b");
    }

    @Nested
    class Exclusions {

        private void givenAShopWithOneOfEach() {
            for (String item : List.of("bought", "disliked", "seen", "current", "new")) {
                shop.learn(click("other", item, START_MS));
            }
            shop.learn(new Interaction(Optional.empty(), "me", "bought", InteractionType.PURCHASE, START_MS, 1));
            shop.learn(new Interaction(Optional.empty(), "me", "disliked", InteractionType.DISLIKE, START_MS, 1));
            shop.learn(click("me", "seen", START_MS));
            shop.learn(click("me", "current", START_MS));
        }

        @Test
        void leaveOutTheCurrentItem() {
            givenAShopWithOneOfEach();

            assertThat(ids(recommend("me", "current", list(9, "current"))))
                    .containsExactlyInAnyOrder("bought", "disliked", "seen", "new");
        }

        @Test
        void leaveOutPurchasedAndDislikedItems() {
            givenAShopWithOneOfEach();

            assertThat(ids(recommend("me", "current", list(9, "purchased", "disliked"))))
                    .containsExactlyInAnyOrder("current", "seen", "new");
        }

        @Test
        void leaveOutEverythingSeen() {
            givenAShopWithOneOfEach();

            assertThat(ids(recommend("me", "current", list(9, "seen")))).containsExactly("new");
        }

        @Test
        void leaveOutNothingWhenNoneAreSet() {
            givenAShopWithOneOfEach();

            assertThat(recommend("me", "current", list(9))).hasSize(5);
        }
    }

    @Nested
    class Fallback {

        @Test
        void fillsUpWithPopularItemsAndMarksThem() {
            shop.learn(click("v1", "tent", START_MS));
            shop.learn(click("v1", "stove", START_MS));
            for (String user : List.of("p1", "p2", "p3")) {
                shop.learn(click(user, "bestseller", START_MS));
            }
            shop.learn(click("me", "tent", START_MS));

            List<RecommendedItem> found = recommend("me", "tent", list(5, "current"));

            assertThat(ids(found)).containsExactly("stove", "bestseller");
            assertThat(found.get(1).strategy()).isEqualTo(Strategy.POPULAR);
            assertThat(found.get(1).score()).isCloseTo(3, within(1e-6));
            assertThat(found.get(1).rank()).isEqualTo(2);
            assertThat(found.get(1).reasons()).isEmpty();
        }

        @Test
        void servesANewUser() {
            shop.learn(click("v1", "tent", START_MS));

            assertThat(ids(recommend("new", "sofa", list(5, "current")))).containsExactly("tent");
        }
    }

    @Test
    void givesFiniteScoresToAnEventOfLongAgo() {
        long decadesAgoMs = 700_000_000_000L;
        shop.learn(click("other", "old", START_MS));
        shop.learn(click("other", "new", START_MS));
        shop.learn(click("me", "old", decadesAgoMs));

        MatrixView view = shop.view();
        List<RecommendedItem> found =
                shop.defaultList(list(5), shop.vector("me"), 0, neighbors("me", view), view, decadesAgoMs);

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(item -> assertThat((float) item.score()).isFinite());
    }

    @Test
    void keepsTheLongestListInOrder() {
        for (int i = 0; i < 100; i++) {
            shop.learn(click("other", "item-" + i, START_MS + i));
        }
        shop.learn(click("me", "item-0", START_MS));

        List<RecommendedItem> found = recommend("me", "item-0", list(30, "current"));

        assertThat(found).hasSize(30);
        assertThat(found).extracting(RecommendedItem::rank).isSorted();
        assertThat(found).extracting(RecommendedItem::score).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void needsNoItemAtHand() {
        shop.learn(click("ann", "tea", START_MS));
        MatrixView view = shop.view();

        List<RecommendedItem> items = shop.defaultList(
                list(5, "current"), shop.vector("bob"), ItemDictionary.NONE, neighbors("bob", view), view, START_MS);

        assertThat(items).extracting(RecommendedItem::itemId).containsExactly("tea");
    }
}
