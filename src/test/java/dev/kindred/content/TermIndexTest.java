package dev.kindred.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.content.Term.Kind;
import dev.kindred.math.SparseVector;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class TermIndexTest {

    private final ItemDictionary dictionary = new ItemDictionary();

    private TermIndex empty(int postings) {
        return new TermIndex(Catalogs.bounded(postings), Catalogs.WORDS, dictionary);
    }

    private void put(TermIndex index, Item item) {
        index.put(dictionary.numberOf(item.itemId()), item);
    }

    private void remove(TermIndex index, String itemId) {
        index.remove(dictionary.numberOf(itemId));
    }

    private TermIndex of(int postings, Collection<Item> catalog) {
        TermIndex index = empty(postings);
        catalog.forEach(item -> put(index, item));
        return index;
    }

    /** The content that a reader can see, without the numbers of terms, which differ from index to index. */
    private Contents contents(TermIndex index) {
        TermView view = index.view();
        Map<String, Map<Term, Float>> rows = new TreeMap<>();
        Map<String, Float> inverseNorms = new TreeMap<>();
        for (int item = 0; item < dictionary.size(); item++) {
            SparseVector row = view.row(item);
            Map<Term, Float> terms = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                terms.put(view.term(row.id(i)), row.weight(i));
            }
            rows.put(dictionary.idOf(item), terms);
            inverseNorms.put(dictionary.idOf(item), view.inverseNorm(item));
        }
        Map<Term, Integer> frequencies = new TreeMap<>();
        Map<Term, Double> rarities = new TreeMap<>();
        Map<Term, List<String>> newest = new TreeMap<>();
        for (int term = 0; term < view.terms(); term++) {
            SparseVector column = view.newest(term);
            if (view.frequency(term) > 0 || column.size() > 0) {
                frequencies.put(view.term(term), view.frequency(term));
                rarities.put(view.term(term), view.inverseDocumentFrequency(term));
                List<String> items = new ArrayList<>();
                for (int i = 0; i < column.size(); i++) {
                    items.add(dictionary.idOf(column.id(i)) + " " + column.weight(i));
                }
                newest.put(view.term(term), items);
            }
        }
        return new Contents(view.documents(), index.terms(), rows, inverseNorms, frequencies, rarities, newest);
    }

    private record Contents(
            int documents,
            int terms,
            Map<String, Map<Term, Float>> rows,
            Map<String, Float> inverseNorms,
            Map<Term, Integer> frequencies,
            Map<Term, Double> rarities,
            Map<Term, List<String>> newest) {}

    @RandomTest
    void isAFunctionOfTheFinalCatalog(RandomGenerator random) {
        for (int postings : new int[] {1, 3, 1000}) {
            TermIndex lived = empty(postings);
            Map<String, Item> catalog = new TreeMap<>();
            for (int i = 0; i < 600; i++) {
                String id = "item-" + random.nextInt(60);
                if (random.nextInt(3) > 0) {
                    catalog.put(id, Catalogs.random(random, id));
                    put(lived, catalog.get(id));
                } else {
                    catalog.remove(id);
                    remove(lived, id);
                }
            }
            List<Item> shuffled = new ArrayList<>(catalog.values());
            Collections.shuffle(shuffled, new Random(random.nextLong()));

            Contents contents = contents(lived);

            assertThat(contents).isEqualTo(contents(of(postings, shuffled)));
            assertThat(contents.frequencies()).hasSize(contents.terms());
        }
    }

    @RandomTest
    void removalsLeaveNoTrace(RandomGenerator random) {
        TermIndex index = empty(5);
        for (int i = 0; i < 100; i++) {
            put(index, Catalogs.random(random, "item-" + i));
        }
        for (int i = 0; i < 100; i++) {
            remove(index, "item-" + i);
        }

        assertThat(contents(index)).isEqualTo(contents(empty(5)));
        assertThat(index.terms()).isZero();
    }

    @Test
    void countsItemsThatHaveATerm() {
        TermIndex index =
                of(10, List.of(Catalogs.titled("a", "tea pot"), Catalogs.titled("b", "tea"), Catalogs.titled("c", "")));

        Contents contents = contents(index);

        assertThat(contents.documents()).isEqualTo(2); // c has no terms
        assertThat(contents.frequencies())
                .isEqualTo(Map.of(new Term(Kind.WORD, "tea"), 2, new Term(Kind.WORD, "pot"), 1));
        assertThat(contents.rarities().get(new Term(Kind.WORD, "pot"))).isCloseTo(Math.log(3), within(1e-12));
        assertThat(contents.rarities().get(new Term(Kind.WORD, "tea"))).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void theNewestItemsOfATermAreTheOnesUpdatedLast() {
        TermIndex index = empty(2);
        for (long updated : new long[] {5, 9, 7, 1}) {
            put(index, Catalogs.updatedAt(updated, "item-" + updated, "tea"));
        }
        Term tea = new Term(Kind.WORD, "tea");
        assertThat(contents(index).newest().get(tea)).containsExactly("item-7 1.0", "item-9 1.0");

        remove(index, "item-9");

        assertThat(contents(index).newest().get(tea)).containsExactly("item-5 1.0", "item-7 1.0");
        assertThat(contents(index).frequencies()).containsEntry(tea, 3); // the limit hides items, but keeps them
    }

    @Test
    void reusesNumbersOfRemovedTerms() {
        TermIndex index = empty(10);
        for (int i = 0; i < 20_000; i++) {
            put(index, Catalogs.titled("item", "word" + i));
        }

        assertThat(index.terms()).isEqualTo(1);
        assertThat(index.view().terms()).isLessThan(5000); // not one for each word ever indexed
    }

    @Test
    void readersKeepTheMeaningOfNumbers() {
        TermIndex index = empty(10);
        put(index, Catalogs.titled("item", "first"));
        TermView view = index.view();
        int number = view.row(dictionary.numberOf("item")).id(0);

        for (int i = 0; i < 5_000; i++) {
            put(index, Catalogs.titled("item", "word" + i));
        }

        assertThat(view.term(number)).isEqualTo(new Term(Kind.WORD, "first"));
    }
}
