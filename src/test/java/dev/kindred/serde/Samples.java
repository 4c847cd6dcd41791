package dev.kindred.serde;

import dev.kindred.model.Affinity;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.ListReference;
import dev.kindred.model.Merge;
import dev.kindred.model.Price;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Preference;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import dev.kindred.vector.EventCounts;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Histogram;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorContent.MovedCell;
import dev.kindred.vector.VectorMove;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records to write and read: fixed ones, which the golden files hold, and random ones. */
final class Samples {

    static final Interaction INTERACTION =
            new Interaction(Optional.of("e-1"), "ann", "tea", InteractionType.PURCHASE, 1_700_000_000_000L, 2.5);

    static final Interaction PAID = new Interaction(
            Optional.empty(), "ann", "tea", InteractionType.PURCHASE, 1_700_000_000_000L, 1, OptionalDouble.of(19.5));

    static final Affinity AFFINITY = new Affinity(-0.5, 1_700_000_000_000L, 17);

    /** Found by the strategies of the first version. */
    static final Recommendations RECOMMENDATIONS = new Recommendations(
            "ann",
            List.of(
                    new RecommendedItem("cup", 1, 1.5, Strategy.USER_BASED, 3, List.of(new Reason("tea", 1.0))),
                    new RecommendedItem("pot", 2, 0.25, Strategy.POPULAR, 0, List.of())),
            Optional.empty(),
            1_700_000_000_000L,
            1_700_000_000_007L,
            42);

    /** Found by those that came later, some of them together, with a list for one more place. */
    static final Recommendations BLENDED = new Recommendations(
            "ann",
            List.of(
                    new RecommendedItem("cup", 1, 0.75, Strategy.ITEM_BASED, 0, List.of(new Reason("tea", 1.0))),
                    new RecommendedItem(
                            "pot",
                            2,
                            0.5,
                            Strategy.CONTENT_BASED,
                            0,
                            List.of(),
                            Map.of(Strategy.CONTENT_BASED, 0.75, Strategy.POPULAR, 0.25),
                            List.of("steel")),
                    new RecommendedItem("lid", 3, 0.25, Strategy.TRENDING, 0, List.of())),
            Optional.empty(),
            1_700_000_000_000L,
            1_700_000_000_007L,
            42,
            Map.of("home", List.of(new RecommendedItem("mug", 1, 1, Strategy.POPULAR, 0, List.of()))));

    /** Found by the strategy that came last. */
    static final Recommendations NEW_ARRIVALS = new Recommendations(
            "ann",
            List.of(new RecommendedItem("cup", 1, 1, Strategy.RECENT, 0, List.of())),
            Optional.empty(),
            1_700_000_000_000L,
            1_700_000_000_007L,
            42);

    static final Recommendations SUCCESSORS = new Recommendations(
            "ann",
            List.of(new RecommendedItem("cup", 1, 1, Strategy.SEQUENCE_BASED, 0, List.of())),
            Optional.empty(),
            1_700_000_000_000L,
            1_700_000_000_007L,
            42);

    /** With ids, chosen by chance. */
    static final Recommendations IDENTIFIED = new Recommendations(
            "ann",
            List.of(new RecommendedItem(
                    "cup", 1, 1, Strategy.SEQUENCE_BASED, 0, List.of(), Map.of(), List.of(), OptionalDouble.of(0.5))),
            Optional.empty(),
            1_700_000_000_000L,
            1_700_000_000_007L,
            42,
            Map.of("home", List.of()),
            Map.of(
                    "default",
                    new ListIdentity(Optional.of("l-1"), Optional.of("b"), OptionalDouble.of(0.25)),
                    "home",
                    new ListIdentity(Optional.of("l-2"), Optional.empty(), OptionalDouble.empty())));

    static final Interaction SHOWN = new Interaction(
            Optional.empty(),
            "ann",
            "tea",
            InteractionType.IMPRESSION,
            1_700_000_000_000L,
            1,
            OptionalDouble.empty(),
            new ListReference(Optional.of("l-1"), Optional.of("home"), Optional.of("b"), OptionalInt.of(2)));

    static final SimilarItemLists SIMILAR_ITEMS = new SimilarItemLists(
            "tea",
            1_700_000_000_000L,
            List.of(new SimilarItem("cup", 0.5), new SimilarItem("pot", 0.25)),
            List.of(new SimilarItem("pot", 0.125)));

    static final Item ITEM = new Item(
            "tea",
            "Tea",
            "Hot.",
            List.of("Home > Pantry", "Gifts"),
            Set.of("hot", "dry"),
            "Leaf",
            Optional.of(new Price(2.5, "EUR")),
            "u",
            Map.of("b", "2", "a", "1"),
            true,
            false,
            OptionalLong.of(1_700_000_000_000L),
            1_700_000_000_007L,
            false);

    /** Every field has a value; maps have one entry, because their order is not defined. */
    static final PublishedProfile PROFILE = new PublishedProfile(
            "ann",
            new UserProfile(
                    7,
                    3,
                    2,
                    Map.of(InteractionType.CLICK, 2),
                    1,
                    5,
                    Lifecycle.NEW,
                    new UserHabits(
                            Map.of(InteractionType.PURCHASE, 3L),
                            1,
                            List.of(0.5, 0.5),
                            Map.of(DayOfWeek.MONDAY, 1.0),
                            1,
                            2.5),
                    new Preferences(
                            List.of(new Preference("Home", 0.75)),
                            List.of(),
                            List.of(),
                            List.of(new PriceBand("EUR", 1, 1, 2, 3)),
                            List.of(new TermPreference("word", "tea", 0.5))),
                    Map.of("country", "DE"),
                    Map.of("email", true)),
            List.of("vip"));

    private static final Habits HABITS = new Habits(
            1_700_000_000_000L - 1,
            2,
            EventCounts.of(type -> type == InteractionType.CLICK ? 3 : 0),
            Histogram.of(Collections.nCopies(24, 1)),
            Histogram.of(Collections.nCopies(7, 255)),
            1,
            2.5);

    static final Merge MERGE = new Merge("v-1", "ann", 1_700_000_000_000L);

    static final VectorMove MOVE = VectorMove.request("merges-0-7", MERGE)
            .with(
                    Optional.of(new VectorContent(
                            3,
                            1_700_000_000_007L,
                            Optional.of(HABITS),
                            List.of(new MovedCell("tea", -0.5, 1_700_000_000_000L, 1.5, 17)))),
                    Optional.of(ByteBuffer.wrap(new byte[] {1, 2, 3})));

    static final ErasureRequest ERASURE = new ErasureRequest("r-1", "ann", 1_700_000_000_000L, "law");

    static final ErasureReceipt RECEIPT = new ErasureReceipt(
            "r-1",
            "ab",
            1_700_000_000_000L,
            1_700_000_000_007L,
            new ErasureReceipt.Held(3, 2, true),
            "",
            Map.of("merges", -1L, "events", 7L),
            ErasureReceipt.Link.first(1));

    static final UserAttributes USER = new UserAttributes(
            "ann", Map.of("vip", "y", "country", "DE"), Map.of("email", true, "ads", false), 1_700_000_000_007L);

    private Samples() {}

    static Merge merge(RandomGenerator random) {
        return new Merge(id(random), id(random), random.nextLong());
    }

    static VectorMove move(RandomGenerator random) {
        VectorMove request = VectorMove.request(id(random), merge(random));
        return random.nextBoolean() ? request : request.with(Optional.of(content(random)), feedback(random));
    }

    private static Optional<ByteBuffer> feedback(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? Optional.empty() : Optional.of(ByteBuffer.wrap(bytes));
    }

    private static VectorContent content(RandomGenerator random) {
        return new VectorContent(
                random.nextLong(1, Long.MAX_VALUE),
                random.nextLong(),
                random.nextBoolean() ? Optional.of(habits(random)) : Optional.empty(),
                IntStream.rangeClosed(0, random.nextInt(20))
                        .mapToObj(i -> cell(random))
                        .toList());
    }

    private static Habits habits(RandomGenerator random) {
        return new Habits(
                random.nextLong(),
                random.nextLong(1, Long.MAX_VALUE),
                EventCounts.of(type -> random.nextInt(3) == 0 ? 0 : random.nextLong()),
                Histogram.of(random.ints(24, 0, 256).boxed().toList()),
                Histogram.of(random.ints(7, 0, 256).boxed().toList()),
                random.nextLong(),
                random.nextDouble());
    }

    private static MovedCell cell(RandomGenerator random) {
        return new MovedCell(
                id(random), random.nextGaussian(), random.nextLong(), random.nextGaussian(), random.nextInt(128));
    }

    static Interaction interaction(RandomGenerator random) {
        InteractionType type = oneOf(InteractionType.values(), random);
        return new Interaction(
                maybeId(random),
                id(random),
                id(random),
                type,
                random.nextLong(),
                random.nextDouble(Double.MIN_VALUE, 1e9),
                type == InteractionType.PURCHASE ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                listReference(random));
    }

    static Affinity affinity(RandomGenerator random) {
        return new Affinity(random.nextGaussian() * 1e12, random.nextLong(), random.nextInt(128));
    }

    static Item item(RandomGenerator random) {
        return new Item(
                id(random),
                id(random),
                id(random),
                some(4, random, i -> id(random)),
                Set.copyOf(some(4, random, i -> id(random))),
                id(random),
                random.nextBoolean() ? Optional.of(new Price(random.nextDouble() * 1e6, id(random))) : Optional.empty(),
                id(random),
                some(4, random, i -> id(random)).stream()
                        .distinct()
                        .collect(Collectors.toMap(name -> name, name -> id(random))),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                random.nextLong(),
                false);
    }

    static Recommendations recommendations(RandomGenerator random) {
        Recommendations lists = anonymous(random);
        Map<String, ListIdentity> identities = new HashMap<>();
        Stream.concat(Stream.of(Recommendations.DEFAULT), lists.scenarios().keySet().stream())
                .forEach(scenario -> identities.put(
                        scenario, new ListIdentity(maybeId(random), maybeId(random), propensity(random))));
        return new Recommendations(
                lists.userId(),
                lists.items(),
                lists.triggerEventId(),
                lists.triggerTimestampMs(),
                lists.computedAtMs(),
                lists.vectorVersion(),
                lists.scenarios(),
                identities);
    }

    private static OptionalDouble propensity(RandomGenerator random) {
        return random.nextBoolean() ? OptionalDouble.of(random.nextFloat()) : OptionalDouble.empty();
    }

    private static ListReference listReference(RandomGenerator random) {
        return random.nextBoolean()
                ? ListReference.NONE
                : new ListReference(
                        maybeId(random),
                        maybeId(random),
                        maybeId(random),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty());
    }

    private static Recommendations anonymous(RandomGenerator random) {
        return new Recommendations(
                id(random),
                some(20, random, rank -> item(rank, random)),
                maybeId(random),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                some(3, random, i -> id(random)).stream()
                        .distinct()
                        .collect(Collectors.toMap(name -> name, name -> some(4, random, rank -> item(rank, random)))));
    }

    static PublishedProfile profile(RandomGenerator random) {
        UserProfile whole = new UserProfile(
                random.nextLong(),
                random.nextLong(),
                random.nextInt(),
                byType(random, random.nextInt()),
                random.nextLong(),
                random.nextLong(),
                oneOf(Lifecycle.values(), random),
                new UserHabits(
                        byType(random, random.nextLong()),
                        random.nextLong(),
                        some(24, random, i -> (double) random.nextFloat()),
                        Map.of(oneOf(DayOfWeek.values(), random), (double) random.nextFloat()),
                        random.nextLong(),
                        random.nextDouble()),
                new Preferences(
                        some(4, random, i -> preference(random)),
                        some(4, random, i -> preference(random)),
                        some(4, random, i -> preference(random)),
                        some(2, random, i -> new PriceBand(id(random), random.nextFloat(), 1, 2, random.nextDouble())),
                        some(4, random, i -> new TermPreference(id(random), id(random), random.nextFloat()))),
                Map.of(id(random), id(random)),
                Map.of(id(random), random.nextBoolean()));
        return new PublishedProfile(id(random), whole, some(3, random, i -> id(random)));
    }

    private static Preference preference(RandomGenerator random) {
        return new Preference(id(random), random.nextFloat());
    }

    private static <T> Map<InteractionType, T> byType(RandomGenerator random, T value) {
        return some(4, random, i -> oneOf(InteractionType.values(), random)).stream()
                .distinct()
                .collect(Collectors.toMap(type -> type, type -> value));
    }

    static SimilarItemLists similarItems(RandomGenerator random) {
        return new SimilarItemLists(
                id(random),
                random.nextLong(),
                some(20, random, i -> new SimilarItem(id(random), random.nextFloat())),
                some(20, random, i -> new SimilarItem(id(random), random.nextFloat())));
    }

    private static RecommendedItem item(int rank, RandomGenerator random) {
        return new RecommendedItem(
                id(random),
                rank,
                random.nextFloat(),
                oneOf(Strategy.values(), random),
                random.nextInt(),
                some(4, random, i -> new Reason(id(random), random.nextFloat())),
                some(4, random, i -> oneOf(Strategy.values(), random)).stream()
                        .distinct()
                        .collect(Collectors.toMap(strategy -> strategy, strategy -> (double) random.nextFloat())),
                some(3, random, i -> id(random)));
    }

    private static <T> List<T> some(int most, RandomGenerator random, IntFunction<T> make) {
        return IntStream.rangeClosed(1, random.nextInt(most + 1)).mapToObj(make).toList();
    }

    private static <T> T oneOf(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }

    private static Optional<String> maybeId(RandomGenerator random) {
        return random.nextBoolean() ? Optional.of(id(random)) : Optional.empty();
    }

    /** Letters of one to four bytes, so that lengths in characters and in bytes differ. */
    private static String id(RandomGenerator random) {
        return IntStream.rangeClosed(0, random.nextInt(40))
                .mapToObj(i -> oneOf(new String[] {"a", "7", "-", "é", "猫", "😀"}, random))
                .collect(Collectors.joining());
    }
}
