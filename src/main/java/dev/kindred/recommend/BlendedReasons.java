package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.SharedTerm;
import dev.kindred.content.Term;
import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
import dev.kindred.model.Reason;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Explains the items of a blended list: the fraction of the score from each strategy, and in strategies that use the
 * user's own items, the fraction from each own item. The fractions of own items and of trending, new and popular items
 * add up to 1.
 *
 * <p>Not thread safe: one per thread.
 */
final class BlendedReasons {

    private static final Strategy[] STRATEGIES = Strategy.values();

    private final Blend blend;
    private final Strategies strategies;
    private final ItemDictionary dictionary;
    private final SharedReasons userBased;
    private final double[] parts = new double[STRATEGIES.length]; // of one recommended item, by strategy
    private int[] indexes = new int[1]; // scratch: the strongest own items
    private TopK strongest;
    private final Accumulator shares = new Accumulator(); // by own item, of one recommended item

    BlendedReasons(Blend blend, Strategies strategies, SharedReasons userBased, ItemDictionary dictionary) {
        this.blend = blend;
        this.strategies = strategies;
        this.dictionary = dictionary;
        this.userBased = userBased;
        this.strongest = new TopK(1, dictionary::compareIds);
    }

    /** The fraction of an item's score from each strategy, by its ordinal; valid until the next call. */
    @SuppressWarnings("EnumOrdinal") // the array lives as long as one list
    double[] parts(int item) {
        double score = blend.score(item);
        for (Strategy strategy : STRATEGIES) {
            double part = blend.part(item, strategy);
            parts[strategy.ordinal()] = part == 0 ? 0 : part / score;
        }
        return parts;
    }

    @SuppressWarnings("EnumOrdinal")
    private static double part(double[] parts, Strategy strategy) {
        return parts[strategy.ordinal()];
    }

    /** The strategy with the greatest fraction, of equal ones the first. */
    static Strategy main(double[] parts) {
        Strategy main = Strategy.POPULAR;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Strategy strategy : STRATEGIES) {
            if (part(parts, strategy) != 0 && part(parts, strategy) > greatest) {
                main = strategy;
                greatest = part(parts, strategy);
            }
        }
        return main;
    }

    /** Adds the fractions that are not 0 to the last item of a list. */
    static void addTo(RankedList list, double[] parts) {
        for (Strategy strategy : STRATEGIES) {
            if (part(parts, strategy) != 0) {
                list.addPart(strategy, part(parts, strategy));
            }
        }
    }

    /** The match of an item by content; empty if content adds nothing to its score. */
    Optional<ContentMatch> content(int item, double[] parts, ShopView shop) {
        return part(parts, Strategy.CONTENT_BASED) != 0
                ? Optional.of(strategies.contentBased().explain(item, Integer.MAX_VALUE, shop.terms()))
                : Optional.empty();
    }

    /**
     * Adds the user's own items that contribute most to an item, strongest first.
     *
     * @param place the item's place on the list
     * @param content its match by content
     * @param limit the greatest number of reasons
     * @param list its last item is the item
     */
    void addStrongest(int item, int place, double[] parts, Optional<ContentMatch> content, int limit, RankedList list) {
        addNeighbors(place, part(parts, Strategy.USER_BASED));
        addSuccessors(item, part(parts, Strategy.SEQUENCE_BASED));
        addSimilarItems(item, part(parts, Strategy.ITEM_BASED));
        content.ifPresent(match -> addContent(match, part(parts, Strategy.CONTENT_BASED)));
        if (indexes.length != limit) {
            indexes = new int[limit];
            strongest = new TopK(limit, dictionary::compareIds);
        }
        for (int i = 0; i < shares.size(); i++) {
            strongest.offer(shares.id(i), shares.sum(shares.id(i)));
        }
        int found = strongest.drain(indexes);
        for (int i = 0; i < found; i++) {
            list.addReason(indexes[i], shares.sum(indexes[i]));
        }
        shares.clear();
    }

    private void addShare(int own, double share) {
        shares.ensureCapacity(own + 1);
        shares.add(own, share);
    }

    private void addNeighbors(int place, double part) {
        double total = part == 0 ? 0 : userBased.total(place);
        for (int index = 0; total != 0 && index < userBased.width(); index++) {
            double contribution = userBased.contribution(place, index);
            if (contribution != 0) {
                addShare(userBased.own(index), part * contribution / total);
            }
        }
    }

    private void addSuccessors(int item, double part) {
        double total = part == 0 ? 0 : strategies.sequenceBased().score(item);
        if (total != 0) {
            strategies.sequenceBased().forEachPart(item, (own, amount) -> addShare(own, part * amount / total));
        }
    }

    private void addSimilarItems(int item, double part) {
        double total = part == 0 ? 0 : strategies.itemBased().score(item);
        if (total != 0) {
            strategies.itemBased().forEachPart(item, (own, amount) -> addShare(own, part * amount / total));
        }
    }

    private void addContent(ContentMatch match, double part) {
        for (Reason own : match.reasons()) {
            addShare(dictionary.numberOf(own.itemId()), part * own.share());
        }
    }

    /**
     * The terms that an item shares with the user's own items, strongest first. Stems that do not occur as words in its
     * texts are left out, because people would not recognize them.
     */
    static List<String> terms(ContentMatch content, int limit, ShopView shop) {
        String texts = shop.catalog()
                .find(content.item())
                .map(known -> (known.title() + " " + known.description()).toLowerCase(Locale.ROOT))
                .orElse("");
        return content.terms().stream()
                .map(SharedTerm::term)
                .filter(term -> term.kind() != Term.Kind.WORD || contains(texts, term.text()))
                .map(Term::text)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Whether texts contain a word; as a whole word in Latin script. */
    private static boolean contains(String texts, String word) {
        boolean isLatin = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
        int at = texts.indexOf(word);
        while (isLatin && at >= 0 && !isWhole(texts, at, at + word.length())) {
            at = texts.indexOf(word, at + 1);
        }
        return at >= 0;
    }

    private static boolean isWhole(String texts, int start, int end) {
        return (start == 0 || !Character.isUnicodeIdentifierPart(texts.codePointBefore(start)))
                && (end == texts.length() || !Character.isUnicodeIdentifierPart(texts.codePointAt(end)));
    }
}
