package dev.kindred.http.api;

import dev.kindred.feedback.Impression;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.ShownList;
import dev.kindred.feedback.Touch;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.Price;
import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Preference;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import dev.kindred.query.CatalogSummary;
import dev.kindred.query.CurrentList;
import dev.kindred.query.FoundItems;
import dev.kindred.query.Gap;
import dev.kindred.query.ListedItem;
import dev.kindred.query.MemberCursor;
import dev.kindred.query.MemberPage;
import dev.kindred.query.Profile;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.query.SimilarUser;
import dev.kindred.query.UserRecords;
import dev.kindred.recommend.EmptyReason;
import dev.kindred.scenario.Scenario;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some users, at first ada alone, one item, tea, and ids whose questions fail: moving, busy, broken. Remembers what it
 * was asked.
 */
public final class FakeQueries implements Queries {

    /** Has not given a consent that lists need. */
    public static final String REFUSES = "refuses";

    private final ConcurrentLinkedDeque<List<Interaction>> sessions = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<ScenarioQuestion> scenarios = new ConcurrentLinkedDeque<>();
    private final Set<String> users;
    private final Set<String> elsewhere;

    final Map<String, ErasureReceipt> receipts = new HashMap<>();

    FakeQueries() {
        this(Set.of("ada"), Set.of());
    }

    /**
     * Some users, who may change.
     *
     * @param elsewhere users whom another instance may have
     */
    public FakeQueries(Set<String> users, Set<String> elsewhere) {
        this.users = users;
        this.elsewhere = elsewhere;
    }

    @Override
    public Queries unlimited() {
        return this;
    }

    @Override
    public Optional<ErasureReceipt> receipt(int partition, String requestId) {
        return Optional.ofNullable(receipts.get(requestId));
    }

    /** Of all known users the same: attributes, a list and a purchase. */
    @Override
    public UserRecords records(String userId) {
        List<String> stores = List.of("user-vectors", "user-attributes", "erasures", "user-feedback");
        if (!users.contains(userId)) {
            return new UserRecords(Optional.empty(), Optional.empty(), ErasureNotes.NONE, stores);
        }
        ListOrigin origin = new ListOrigin(700, "home", Optional.of("b"), OptionalDouble.of(0.5), List.of());
        ShownList shown = new ShownList("l-1", origin, true, new TreeMap<>(Map.of("tea", new Impression(2, 800))));
        Touch touch = new Touch("tea", InteractionType.PURCHASE, 900, 195_000, "l-1");
        return new UserRecords(
                Optional.of(new UserAttributes(userId, Map.of("country", "DE"), Map.of("email", true), 600)),
                Optional.of(new UserFeedback(900, List.of(shown), List.of(touch))),
                new ErasureNotes(OptionalLong.of(500), OptionalLong.empty(), Optional.of("ab12")),
                stores);
    }

    List<Interaction> lastSession() {
        return sessions.getLast();
    }

    private static List<RecommendedItem> items(ScenarioQuestion wanted, Strategy strategy) {
        if (!wanted.scenario().name().equals(Scenario.DEFAULT)) {
            return blended(wanted);
        }
        List<RecommendedItem> items = new ArrayList<>();
        for (int rank = 1; rank <= Math.min(wanted.scenario().k(), 3); rank++) {
            List<Reason> reasons = wanted.reasons() > 0 ? List.of(new Reason("tea", 0.5)) : List.of();
            items.add(new RecommendedItem("item-" + rank, rank, 1.0 / rank, strategy, 2, reasons));
        }
        return items;
    }

    @Override
    public CurrentList recommendations(String userId, ScenarioQuestion question) {
        fail(userId);
        scenarios.add(question);
        boolean isPersonal = !userId.equals(REFUSES);
        return new CurrentList(
                items(question, Strategy.USER_BASED),
                1000,
                7,
                Optional.empty(),
                isPersonal,
                question.scenario().name(),
                ListIdentity.NONE);
    }

    @Override
    public CurrentList recommendations(List<Interaction> session, ScenarioQuestion question) {
        sessions.add(session);
        scenarios.add(question);
        boolean isFull = question.scenario().name().equals(Scenario.DEFAULT)
                || question.scenario().filledUp();
        return isFull
                ? new CurrentList(
                        items(question, Strategy.POPULAR),
                        Long.MIN_VALUE,
                        session.size(),
                        Optional.empty(),
                        question.scenario().name(),
                        ListIdentity.NONE)
                : new CurrentList(
                        List.of(),
                        Long.MIN_VALUE,
                        session.size(),
                        Optional.of(EmptyReason.FILTER),
                        question.scenario().name(),
                        ListIdentity.NONE);
    }

    private static List<RecommendedItem> blended(ScenarioQuestion question) {
        return List.of(new RecommendedItem(
                "item-1",
                1,
                0.9,
                Strategy.CONTENT_BASED,
                0,
                question.reasons() > 0 ? List.of(new Reason("tea", 0.75)) : List.of(),
                Map.of(Strategy.CONTENT_BASED, 0.75, Strategy.TRENDING, 0.25),
                question.reasons() > 0 ? List.of("green", "leaf") : List.of()));
    }

    ScenarioQuestion lastScenario() {
        return scenarios.getLast();
    }

    @Override
    public List<SimilarItem> alikeItems(String itemId, int most) {
        return List.of(new SimilarItem("alike", 0.5));
    }

    @Override
    public Profile profile(String userId) {
        fail(userId);
        UserProfile whole = new UserProfile(
                1500,
                7,
                1,
                Map.of(InteractionType.PURCHASE, 1, InteractionType.CLICK, 1),
                500,
                1000,
                Lifecycle.ACTIVE,
                new UserHabits(
                        Map.of(InteractionType.PURCHASE, 2L, InteractionType.CLICK, 5L),
                        2,
                        List.of(0.75, 0.25),
                        Map.of(DayOfWeek.SUNDAY, 0.5, DayOfWeek.MONDAY, 0.5),
                        1,
                        19.5),
                new Preferences(
                        List.of(new Preference("Food", 1), new Preference("Food > Tea", 0.75)),
                        List.of(),
                        List.of(),
                        List.of(new PriceBand("EUR", 1, 3, 4, 5)),
                        List.of(new TermPreference("word", "leaf", 0.5))),
                Map.of("country", "DE"),
                Map.of("email", true, "ads", false));
        return new Profile(
                whole,
                List.of("tea-lovers"),
                List.of(new Profile.Item(
                        "tea", 2.5, 0.6, 1000, List.of(InteractionType.CLICK, InteractionType.PURCHASE))));
    }

    @Override
    public Segments segments() {
        return new Segments(List.of(
                new Segment("tea-lovers", ProfileFilter.parse("category \"Tea\" share > 0.5")),
                new Segment("idle", ProfileFilter.parse("days_since_last_event > 30"))));
    }

    /** All users by name, in each of eight partitions; in none if other instances may have users. */
    @Override
    public MemberPage members(String segment, MemberCursor from, int most) {
        if (segments().find(segment).isEmpty()) {
            throw new QueryException.UnknownSegment(segments().names());
        }
        if (!elsewhere.isEmpty()) {
            throw new QueryException.NotReady("the store of vectors");
        }
        if (from.partition() >= 8) {
            throw new QueryException.InvalidCursor();
        }
        List<String> ahead = users.stream()
                .filter(user -> user.compareTo(from.userId()) > 0)
                .sorted()
                .toList();
        List<String> page = ahead.subList(0, Math.min(most, ahead.size()));
        return new MemberPage(
                page.stream()
                        .map(user -> new MemberPage.Member(user, Lifecycle.LAPSED, 1000))
                        .toList(),
                page.size(),
                page.size() == ahead.size() ? 1 : 0.5,
                page.size() == ahead.size()
                        ? Optional.empty()
                        : Optional.of(new MemberCursor(from.partition(), 1, page.get(page.size() - 1))));
    }

    @Override
    public List<SimilarUser> neighbors(String userId, int most) {
        fail(userId);
        return Stream.of(new SimilarUser(0x0123456789abcdefL, 0.75), new SimilarUser(-1, 0.5))
                .limit(most)
                .toList();
    }

    @Override
    public Item item(String itemId) {
        if (!itemId.equals("tea")) {
            throw QueryException.UnknownItem.notInCatalog();
        }
        return new Item(
                "tea",
                "Green tea",
                "",
                List.of("Home > Pantry"),
                Set.of("hot", "dry"),
                "Leaf",
                Optional.of(new Price(2.5, "EUR")),
                "",
                Map.of("weight", "100 g", "color", "green"),
                true,
                false,
                OptionalLong.empty(),
                1000,
                false);
    }

    @Override
    public List<SimilarItem> similarItems(String itemId, int most) {
        if (!itemId.equals("tea")) {
            throw new QueryException.UnknownItem();
        }
        return IntStream.rangeClosed(1, Math.min(most, 3))
                .mapToObj(i -> new SimilarItem("item-" + i, 1.0 / i))
                .toList();
    }

    @Override
    public List<SimilarItem> boughtTogether(String itemId, int most) {
        return similarItems(itemId, 2).stream()
                .map(item -> new SimilarItem("bought-with-" + item.itemId(), item.similarity()))
                .limit(most)
                .toList();
    }

    @Override
    public List<ListedItem> popularItems(int most, Optional<String> category) {
        return IntStream.rangeClosed(1, Math.min(most, 3))
                .mapToObj(i -> new ListedItem(named(category, i), 10.0 / i))
                .toList();
    }

    @Override
    public List<ListedItem> trendingItems(int most, Optional<String> category) {
        return IntStream.rangeClosed(1, Math.min(most, 3))
                .mapToObj(i -> new ListedItem(named(category, i), 4.0 / i))
                .toList();
    }

    @Override
    public OptionalInt trendPosition(String itemId) {
        return OptionalInt.of(3);
    }

    @Override
    public List<ListedItem> recentItems(int most, Optional<String> category, long nowMs) {
        return IntStream.rangeClosed(1, Math.min(most, 3))
                .mapToObj(i -> new ListedItem(named(category, i), nowMs - i))
                .toList();
    }

    @Override
    public FoundItems findItems(String words, Optional<Gap> lacking, int most) {
        return words.isEmpty() || words.equals("green")
                ? new FoundItems(1, List.of(item("tea")))
                : new FoundItems(0, List.of());
    }

    @Override
    public CatalogSummary catalogSummary() {
        return new CatalogSummary(1, 1, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public MemberPage users(MemberCursor from, int most) {
        return members("idle", from, most);
    }

    private static String named(Optional<String> category, int place) {
        return category.orElse("item") + "-" + place;
    }

    private void fail(String userId) {
        if (users.contains(userId)) {
            return;
        }
        if (elsewhere.contains(userId)) {
            throw new QueryException.NotReady("the store of vectors");
        }
        switch (userId) {
            case "moving" -> throw new QueryException.NotReady("the store of vectors");
            case "busy" -> throw new QueryException.Busy();
            case "broken" -> throw new IllegalStateException("a defect");
            default -> throw new QueryException.UnknownUser();
        }
    }
}
