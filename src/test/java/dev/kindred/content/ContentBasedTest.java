package dev.kindred.content;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.content.Term.Kind;
import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import dev.kindred.testing.RandomTest;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ContentBasedTest {

    private static final int ALL = 1000;

    private final ItemDictionary dictionary = new ItemDictionary();
    private final TermIndex index = new TermIndex(Catalogs.unbounded(), Catalogs.WORDS, dictionary);
    private final Map<String, Item> catalog = new TreeMap<>();

    private void put(Item item) {
        catalog.put(item.itemId(), item);
        index.put(dictionary.numberOf(item.itemId()), item);
    }

    private void fill(RandomGenerator random) {
        for (int i = 0; i < 80; i++) {
            put(Catalogs.random(random, "item-" + i));
        }
    }

    private UserVector user(RandomGenerator random, double scale) {
        UserVector vector = user();
        for (int i = 0; i < 12; i++) {
            boolean dislikes = random.nextInt(6) == 0;
            learn(
                    vector,
                    "item-" + random.nextInt(90),
                    dislikes ? InteractionType.DISLIKE : InteractionType.CLICK,
                    i,
                    scale * random.nextInt(1, 5)); // some items are not in the catalog
        }
        return vector;
    }

    private UserVector user(String... items) {
        UserVector vector = new UserVector(
                new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 0.8, 100, 0), dictionary);
        for (int i = 0; i < items.length; i++) {
            vector.learn(click("me", items[i], START_MS + i));
        }
        return vector;
    }

    private static void learn(UserVector vector, String item, InteractionType type, int at, double strength) {
        vector.learn(new Interaction(Optional.empty(), "me", item, type, START_MS + at, strength));
    }

    private Map<String, Double> interests(UserVector vector) {
        Map<String, Double> interests = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            interests.put(dictionary.idOf(vector.item(i)), vector.interest(i));
        }
        return interests;
    }

    private List<ContentMatch> recommend(ContentSettings settings, UserVector vector, Set<String> excluded) {
        return new ContentBased(settings, dictionary)
                .recommend(
                        vector,
                        new ContentRequest(ALL, ALL, item -> !excluded.contains(dictionary.idOf(item))),
                        index.view());
    }

    private List<ContentMatch> recommend(UserVector vector) {
        return recommend(Catalogs.unbounded(), vector, Set.of());
    }

    private List<String> ids(List<ContentMatch> matches) {
        return matches.stream().map(match -> dictionary.idOf(match.item())).toList();
    }

    @RandomTest
    void equalsTheCosineOfTheDefinition(RandomGenerator random) {
        fill(random);
        UserVector vector = user(random, 1);
        Set<String> excluded = Set.of("item-1", "item-2");

        List<ContentMatch> matches = recommend(Catalogs.unbounded(), vector, excluded);

        NaiveContent naive = new NaiveContent(catalog.values());
        Map<String, Double> profile = naive.profile(interests(vector));
        assertThat(ids(matches)).containsExactlyInAnyOrderElementsOf(naive.ranked(profile, excluded));
        for (ContentMatch match : matches) {
            double cosine = naive.cosine(profile, dictionary.idOf(match.item()));
            assertThat(match.similarity()).isCloseTo(cosine, within(1e-6)); // weights are stored as floats
        }
        assertThat(matches)
                .isSortedAccordingTo((a, b) -> Float.compare((float) b.similarity(), (float) a.similarity()));
    }

    @RandomTest
    void similarItemsEqualTheCosineOfTheDefinition(RandomGenerator random) {
        fill(random);
        put(Catalogs.titled("requested", "word0 word3 word7"));

        List<ContentMatch> matches = new ContentBased(Catalogs.unbounded(), dictionary)
                .similarTo(dictionary.numberOf("requested"), new ContentRequest(ALL, 0, item -> true), index.view());

        NaiveContent naive = new NaiveContent(catalog.values());
        assertThat(ids(matches))
                .containsExactlyInAnyOrderElementsOf(naive.ranked(naive.vector("requested"), Set.of("requested")));
        for (ContentMatch match : matches) {
            double cosine = naive.cosine(naive.vector("requested"), dictionary.idOf(match.item()));
            assertThat(match.similarity()).isCloseTo(cosine, within(1e-6));
        }
    }

    @RandomTest
    void partsOfASimilarityAddUp(RandomGenerator random) {
        fill(random);
        UserVector vector = user(random, 1);

        List<ContentMatch> matches = recommend(vector);

        NaiveContent naive = new NaiveContent(catalog.values());
        double profileNorm = NaiveContent.norm(naive.profile(interests(vector)));
        assertThat(matches).isNotEmpty();
        for (ContentMatch match : matches) {
            assertThat(match.terms().stream().mapToDouble(SharedTerm::share).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(match.reasons().stream().mapToDouble(Reason::share).sum())
                    .isCloseTo(1, within(1e-9));
            for (Reason reason : match.reasons()) {
                double interest = interests(vector).getOrDefault(reason.itemId(), 0.0);
                double cosine = naive.cosine(naive.vector(reason.itemId()), dictionary.idOf(match.item()));
                assertThat(reason.share() * match.similarity())
                        .isCloseTo(interest * cosine / profileNorm, within(1e-6));
            }
        }
    }

    @RandomTest
    void doesNotDependOnTheScaleOfInterests(RandomGenerator random) {
        fill(random);
        long seed = random.nextLong();

        List<String> once = ids(recommend(user(new SplittableRandom(seed), 1)));

        assertThat(ids(recommend(user(new SplittableRandom(seed), 4)))).isEqualTo(once);
    }

    @RandomTest
    void isExactUntilALimitIsReached(RandomGenerator random) {
        fill(random);
        UserVector vector = user(random, 1);
        ContentSettings justEnough = new ContentSettings(Catalogs.FIELDS, 80, ALL, 80, 0, 0);
        TermIndex bounded = new TermIndex(justEnough, Catalogs.WORDS, dictionary);
        catalog.values().forEach(item -> bounded.put(dictionary.numberOf(item.itemId()), item));

        List<ContentMatch> matches = new ContentBased(justEnough, dictionary)
                .recommend(vector, new ContentRequest(ALL, ALL, item -> true), bounded.view());

        assertThat(ids(matches)).isEqualTo(ids(recommend(vector)));
    }

    @RandomTest
    void reportsExactSimilaritiesUnderLimits(RandomGenerator random) {
        fill(random);
        UserVector vector = user(random, 1);
        Map<Integer, Double> exact = new HashMap<>();
        recommend(vector).forEach(match -> exact.put(match.item(), match.similarity()));

        List<ContentMatch> few = recommend(new ContentSettings(Catalogs.FIELDS, 3, 5, 20, 0, 0.3), vector, Set.of());

        assertThat(few).isNotEmpty().hasSizeLessThanOrEqualTo(20);
        assertThat(few).allSatisfy(match -> assertThat(match.similarity()).isEqualTo(exact.get(match.item())));
    }

    @RandomTest
    void findsANewItemByCommonTerms(RandomGenerator random) {
        TermIndex crowded = new TermIndex(Catalogs.bounded(5), Catalogs.WORDS, dictionary);
        for (int i = 0; i < 50; i++) {
            crowded.put(dictionary.numberOf("tea-" + i), Catalogs.updatedAt(random.nextInt(100), "tea-" + i, "tea"));
        }
        crowded.put(dictionary.numberOf("new"), Catalogs.updatedAt(100, "new", "tea"));

        List<ContentMatch> matches = new ContentBased(Catalogs.bounded(5), dictionary)
                .recommend(user("tea-0"), new ContentRequest(ALL, 1, item -> true), crowded.view());

        assertThat(ids(matches)).contains("new");
    }

    @Test
    void breaksTiesByLowerId() {
        for (String id : List.of("d", "b", "c", "a")) {
            put(Catalogs.titled(id, "green tea"));
        }

        assertThat(ids(recommend(user("c")))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void ignoresNegligibleTerms() {
        put(Catalogs.titled("mine", "the samovar"));
        put(Catalogs.titled("samovar", "samovar"));
        for (int i = 0; i < 30; i++) {
            put(Catalogs.titled("other-" + i, "the"));
        }
        ContentSettings settings = new ContentSettings(Catalogs.FIELDS, ALL, ALL, ALL, 0, 0.2);

        // idf²: (ln 17)² = 8.0 for the samovar of 2 items of 32, (ln (1 + 32/31))² = 0.5 for the article
        assertThat(ids(recommend(settings, user("mine"), Set.of("mine")))).containsExactly("samovar");
        assertThat(recommend(user("mine"))).hasSize(32);
    }

    @Test
    void ignoresItemsOfNegligibleInterest() {
        put(Catalogs.titled("tea", "tea"));
        put(Catalogs.titled("hat", "hat"));
        UserVector vector = user();
        learn(vector, "tea", InteractionType.CLICK, 0, 1);
        learn(vector, "hat", InteractionType.CLICK, 0, 100);

        ContentSettings settings = new ContentSettings(Catalogs.FIELDS, ALL, ALL, ALL, 0.1, 0);

        assertThat(ids(recommend(settings, vector, Set.of()))).containsExactly("hat");
        assertThat(ids(recommend(vector))).containsExactly("hat", "tea");
    }

    @Test
    void reportsSharedTerms() {
        put(Catalogs.titled("mine", "green tea"));
        put(Catalogs.titled("theirs", "black tea"));
        put(Catalogs.titled("pan", "steel pan"));

        List<ContentMatch> matches = recommend(Catalogs.unbounded(), user("mine"), Set.of("mine"));

        assertThat(ids(matches)).containsExactly("theirs");
        assertThat(matches.get(0).terms()).containsExactly(new SharedTerm(new Term(Kind.WORD, "tea"), 1));
        assertThat(matches.get(0).reasons()).containsExactly(new Reason("mine", 1));
        // tea: ln(1 + 3/2) in 2 of 3 items; the other word of each: ln(1 + 3)
        double common = Math.log(2.5) * Math.log(2.5);
        double own = Math.log(4) * Math.log(4);
        assertThat(matches.get(0).similarity()).isCloseTo(common / (common + own), within(1e-12));
    }

    @Test
    void findsNothingWithoutItemsOfTheCatalog() {
        put(Catalogs.titled("tea", "tea"));

        assertThat(recommend(user())).isEmpty();
        assertThat(recommend(user("unheard of"))).isEmpty();
    }

    @Test
    void readersNeverSeeAPartialChange() throws InterruptedException {
        put(Catalogs.titled("mine", "red blue"));
        Item red = Catalogs.titled("theirs", "red stone");
        Item blue = Catalogs.titled("theirs", "blue glass");
        put(red);
        UserVector vector = user("mine");
        List<Throwable> failures = new ArrayList<>();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 5_000; i++) {
                put(i % 2 == 0 ? blue : red);
                String passing = "passing-" + i % 50;
                index.put(dictionary.numberOf(passing), Catalogs.titled(passing, "red word" + i));
                index.remove(dictionary.numberOf(passing));
            }
        });
        writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        writer.start();

        ContentBased search = new ContentBased(Catalogs.unbounded(), dictionary);
        while (writer.isAlive()) {
            for (ContentMatch match :
                    search.recommend(vector, new ContentRequest(ALL, ALL, item -> true), index.view())) {
                checkThatItIsWhole(match);
            }
        }

        writer.join();
        assertThat(failures).isEmpty();
    }

    private void checkThatItIsWhole(ContentMatch match) {
        assertThat(match.similarity()).isBetween(0.0, 1.0);
        assertThat(match.terms().stream().mapToDouble(SharedTerm::share).sum()).isCloseTo(1, within(1e-9));
        if (dictionary.idOf(match.item()).equals("theirs")) {
            assertThat(match.terms()).hasSize(1); // red or blue; both together would be a mix of two versions
        }
    }
}
