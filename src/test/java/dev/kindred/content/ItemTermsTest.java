package dev.kindred.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.content.Term.Kind;
import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ItemTermsTest {

    private static Item item(
            String title, String description, List<String> categories, Set<String> tags, String brand) {
        return Catalogs.item(0, "id", title, description, categories, tags, brand);
    }

    private static Map<Term, Double> terms(Item item) {
        return new ItemTerms(new FieldWeights(2, 0.5, 1, 3, 4), Catalogs.WORDS).of(item);
    }

    @Test
    void weighsWordsByFieldAndSublinearFrequency() {
        Map<Term, Double> terms = terms(item("red shoe", "shoe shoe lace", List.of(), Set.of(), ""));

        assertThat(terms).hasSize(3);
        assertThat(terms).containsEntry(new Term(Kind.WORD, "red"), 2.0);
        assertThat(terms).containsEntry(new Term(Kind.WORD, "lace"), 0.5);
        // 2·(1 + ln 1) + 0.5·(1 + ln 2)
        assertThat(terms.get(new Term(Kind.WORD, "shoe"))).isCloseTo(2.5 + 0.5 * Math.log(2), within(1e-12));
    }

    @Test
    void aCategoryIncludesItsAncestors() {
        Map<Term, Double> terms = terms(item("", "", List.of("Home > Kitchen > Coffee"), Set.of(), ""));

        assertThat(terms)
                .containsOnlyKeys(
                        new Term(Kind.CATEGORY, "Home"),
                        new Term(Kind.CATEGORY, "Home > Kitchen"),
                        new Term(Kind.CATEGORY, "Home > Kitchen > Coffee"));
    }

    @Test
    void tagsAndBrandsAreWholeTerms() {
        Map<Term, Double> terms = terms(item("acme", "", List.of(), Set.of("Gift Idea"), " Acme "));

        assertThat(terms)
                .containsOnly(
                        Map.entry(new Term(Kind.WORD, "acme"), 2.0),
                        Map.entry(new Term(Kind.TAG, "gift idea"), 3.0),
                        Map.entry(new Term(Kind.BRAND, "acme"), 4.0));
    }

    @Test
    void excludesAFieldWithoutWeight() {
        ItemTerms titlesOnly = new ItemTerms(new FieldWeights(1, 0, 0, 0, 0), Catalogs.WORDS);

        assertThat(titlesOnly.of(item("pan", "steel", List.of("Home"), Set.of("new"), "Acme")))
                .containsOnlyKeys(new Term(Kind.WORD, "pan"));
    }

    @Test
    void weightsOfFieldsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldWeights(1, -0.1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldWeights(1, 1, 1, Double.NaN, 1));
    }
}
