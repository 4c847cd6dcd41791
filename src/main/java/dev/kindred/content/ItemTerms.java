package dev.kindred.content;

import dev.kindred.content.Term.Kind;
import dev.kindred.model.Item;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Extracts the terms of an item, with their weights without idf.
 *
 * <p>The weight of a term is {@code sum over fields of weight(field)·(1 + ln tf)}, with tf the frequency of the term in
 * the field: the sublinear term frequency of Manning, Raghavan and Schütze, <em>Introduction to Information
 * Retrieval</em> (2008), section 6.4.1, summed over weighted zones as in their section 6.1. A term that is in no field
 * has no weight.
 *
 * <p>Every category also adds its ancestors, so that siblings share their parents.
 */
record ItemTerms(FieldWeights fields, Tokenizer tokenizer) {

    /** The terms with a positive weight. */
    Map<Term, Double> of(Item item) {
        Map<Term, Double> weights = new HashMap<>();
        add(weights, Kind.WORD, fields.title(), tokenizer.terms(item.title()));
        add(weights, Kind.WORD, fields.description(), tokenizer.terms(item.description()));
        add(weights, Kind.CATEGORY, fields.categories(), withAncestors(item.categories()));
        add(weights, Kind.TAG, fields.tags(), labels(item.tags()));
        add(weights, Kind.BRAND, fields.brand(), labels(List.of(item.brand())));
        return weights;
    }

    private static void add(Map<Term, Double> weights, Kind kind, double fieldWeight, List<String> texts) {
        if (fieldWeight == 0) {
            return;
        }
        Map<String, Integer> frequencies = new HashMap<>();
        texts.forEach(text -> frequencies.merge(text, 1, Integer::sum));
        frequencies.forEach((text, frequency) ->
                weights.merge(new Term(kind, text), fieldWeight * (1 + Math.log(frequency)), Double::sum));
    }

    private static List<String> withAncestors(List<String> categories) {
        return categories.stream().flatMap(ItemTerms::withAncestors).toList();
    }

    private static Stream<String> withAncestors(String category) {
        return Stream.iterate(category.strip(), path -> !path.isEmpty(), ItemTerms::parent);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf(Item.STEP)));
    }

    private static List<String> labels(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
