package dev.kindred.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class StrongestTermsTest {

    private final ItemDictionary dictionary = new ItemDictionary();
    private final TermIndex index = new TermIndex(Catalogs.unbounded(), Catalogs.WORDS, dictionary);
    private final Map<String, Item> catalog = new TreeMap<>();

    private void put(Item item) {
        catalog.put(item.itemId(), item);
        index.put(dictionary.numberOf(item.itemId()), item);
    }

    private Map<Term, Double> strongest(Map<String, Double> affinities, int limit) {
        StrongestTerms terms = new StrongestTerms(index.view());
        affinities.forEach((item, affinity) -> terms.add(dictionary.numberOf(item), affinity));
        return terms.strongest(limit);
    }

    @RandomTest
    void areTheGreatestCoordinatesOfTheProfile(RandomGenerator random) {
        for (int i = 0; i < 40; i++) {
            put(Catalogs.random(random, "item-" + i));
        }
        Map<String, Double> affinities = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            affinities.put("item-" + random.nextInt(50), random.nextDouble(0.1, 5)); // some are not in the catalog
        }

        Map<Term, Double> all = strongest(affinities, Integer.MAX_VALUE);

        Map<String, Double> naive = new NaiveContent(catalog.values()).profile(affinities);
        double norm = NaiveContent.norm(naive);
        assertThat(all).hasSameSizeAs(naive);
        all.forEach((term, weight) ->
                assertThat(weight).isCloseTo(naive.getOrDefault(inPlainText(term), Double.NaN) / norm, within(1e-6)));
        assertThat(List.copyOf(all.values()))
                .isSortedAccordingTo((one, other) -> Float.compare(other.floatValue(), one.floatValue()));
        assertThat(List.copyOf(strongest(affinities, 5).entrySet()))
                .isEqualTo(List.copyOf(all.entrySet()).subList(0, Math.min(5, all.size())));
    }

    private static String inPlainText(Term term) {
        return switch (term.kind()) {
            case WORD -> "w:" + term.text();
            case CATEGORY -> "c:/" + term.text().replace(Item.STEP, "/");
            case TAG -> "t:" + term.text();
            case BRAND -> "b:" + term.text();
        };
    }

    @Test
    void areEmptyWithoutAnItemOfTheCatalog() {
        assertThat(strongest(Map.of("unknown", 1.0), 5)).isEmpty();
    }
}
