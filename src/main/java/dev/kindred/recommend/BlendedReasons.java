package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.SharedTerm;
import dev.kindred.content.Term;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import dev.kindred.model.Strategy;
import dev.kindred.similarity.ItemBased;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an item is on a blended list: each strategy's part of its score, and in those parts that come of the user's own items
 * each own item's. All own items together, and what is trending, new or popular, add up to the whole.
 *
 * <p>Not thread safe: one per thread.
 */
final class BlendedReasons {

    private static final Comparator<Reason> BY_SHARE = Comparator.comparingDouble(
                    (Reason reason) -> -(float) reason.share())
            .thenComparing(Reason::itemId);

    private final Blend blend;
    private final Strategies strategies;
    private final ItemDictionary dictionary;
    private final Reasons userBased;
    private final Int2DoubleOpenHashMap shares = new Int2DoubleOpenHashMap(); // by own item, of one recommended item

    BlendedReasons(Blend blend, Strategies strategies, Reasons userBased, ItemDictionary dictionary) {
        this.blend = blend;
        this.strategies = strategies;
        this.dictionary = dictionary;
        this.userBased = userBased;
    }

    /**
     * Prepares for the items that were picked.
     *
     * @param explained whether more than the number of similar users will be asked for
     */
    void begin(int[] picks, int count, RecommendationContext context, boolean explained) {
        int contributions = explained ? 1 : 0; // they are wanted, the choice of the strongest among them is not
        userBased.compute(
                picks, count, context.neighbors(), strategies.userBased().votes(), contributions);
    }

    /** What each strategy adds to the score of an item, as fractions of it. */
    Map<Strategy, Double> parts(int item) {
        double score = blend.score(item);
        Map<Strategy, Double> parts = new EnumMap<>(Strategy.class);
        for (Strategy strategy : Strategy.values()) {
            double part = blend.part(item, strategy);
            if (part != 0) {
                parts.put(strategy, part / score);
            }
        }
        return parts;
    }

    /** Why content speaks for an item; empty if it does not. */
    Optional<ContentMatch> content(int item, Map<Strategy, Double> parts, ShopView shop) {
        return parts.containsKey(Strategy.CONTENT_BASED)
                ? Optional.of(strategies.contentBased().explain(item, Integer.MAX_VALUE, shop.terms()))
                : Optional.empty();
    }

    /**
     * The user's own items that speak most for an item, strongest first.
     *
     * @param place that the item was picked for
     * @param content why content speaks for it
     * @param limit how many of them
     */
    List<Reason> strongest(
            int item, int place, Map<Strategy, Double> parts, Optional<ContentMatch> content, int limit) {
        shares.clear();
        addNeighbors(place, parts.getOrDefault(Strategy.USER_BASED, 0.0));
        addSimilarItems(item, parts.getOrDefault(Strategy.ITEM_BASED, 0.0));
        content.ifPresent(match -> addContent(match, parts.getOrDefault(Strategy.CONTENT_BASED, 0.0)));
        return shares.int2DoubleEntrySet().stream()
                .map(this::reason)
                .sorted(BY_SHARE)
                .limit(limit)
                .toList();
    }

    private Reason reason(Int2DoubleMap.Entry share) {
        return new Reason(dictionary.idOf(share.getIntKey()), share.getDoubleValue());
    }

    private void addNeighbors(int place, double part) {
        double total = part == 0 ? 0 : userBased.total(place);
        for (int index = 0; total != 0 && index < userBased.width(); index++) {
            double contribution = userBased.contribution(place, index);
            if (contribution != 0) {
                shares.addTo(userBased.own(index), part * contribution / total);
            }
        }
    }

    private void addSimilarItems(int item, double part) {
        double total = part == 0 ? 0 : strategies.itemBased().score(item);
        if (total != 0) {
            for (ItemBased.Part own : strategies.itemBased().parts(item)) {
                shares.addTo(own.item(), part * own.amount() / total);
            }
        }
    }

    private void addContent(ContentMatch match, double part) {
        for (Reason own : match.reasons()) {
            shares.addTo(dictionary.numberOf(own.itemId()), part * own.share());
        }
    }

    /**
     * What an item that content speaks for has in common with the user's own, strongest first. Stems that stand nowhere in
     * its texts are words for machines, and left out.
     */
    static List<String> terms(ContentMatch content, int limit, ShopView shop) {
        String texts = shop.catalog()
                .find(content.item())
                .map(known -> (known.title() + " " + known.description()).toLowerCase(Locale.ROOT))
                .orElse("");
        return content.terms().stream()
                .map(SharedTerm::term)
                .filter(term -> term.kind() != Term.Kind.WORD || standsIn(texts, term.text()))
                .map(Term::text)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Whether a word stands in texts as it is: whole, in scripts that put spaces between words. */
    private static boolean standsIn(String texts, String word) {
        boolean isLatin = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
        return isLatin
                ? Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                        .matcher(texts)
                        .find()
                : texts.contains(word);
    }
}
