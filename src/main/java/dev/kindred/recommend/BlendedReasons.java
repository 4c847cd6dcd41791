package dev.kindred.recommend;

import dev.kindred.blend.Blend;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.SharedTerm;
import dev.kindred.content.Term;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
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
 * Explains the items of a blended list: the fraction of the score from each strategy, and in strategies that use the
 * user's own items, the fraction from each own item. The fractions of own items and of trending, new and popular items
 * add up to 1.
 *
 * <p>Not thread safe: one per thread.
 */
final class BlendedReasons {

    private final Blend blend;
    private final Strategies strategies;
    private final ItemDictionary dictionary;
    private final Reasons userBased;
    private final Comparator<Int2DoubleMap.Entry> byShare;
    private final Int2DoubleOpenHashMap shares = new Int2DoubleOpenHashMap(); // by own item, of one recommended item

    BlendedReasons(Blend blend, Strategies strategies, Reasons userBased, ItemDictionary dictionary) {
        this.blend = blend;
        this.strategies = strategies;
        this.dictionary = dictionary;
        this.userBased = userBased;
        this.byShare = Comparator.comparingDouble((Int2DoubleMap.Entry share) -> -(float) share.getDoubleValue())
                .thenComparing((share, other) -> dictionary.compareIds(share.getIntKey(), other.getIntKey()));
    }

    /**
     * Prepares for the picked items.
     *
     * @param explained whether more than the number of similar users will be requested
     */
    void begin(int[] picks, int count, RecommendationContext context, boolean explained) {
        int contributions =
                explained ? 1 : 0; // all contributions are computed; their number does not limit strongest()
        userBased.compute(
                picks, count, context.neighbors(), strategies.userBased().votes(), contributions);
    }

    /** The fraction of an item's score from each strategy. */
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

    /** The match of an item by content; empty if content adds nothing to its score. */
    Optional<ContentMatch> content(int item, Map<Strategy, Double> parts, ShopView shop) {
        return parts.containsKey(Strategy.CONTENT_BASED)
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
    void addStrongest(
            int item,
            int place,
            Map<Strategy, Double> parts,
            Optional<ContentMatch> content,
            int limit,
            RankedList list) {
        shares.clear();
        addNeighbors(place, parts.getOrDefault(Strategy.USER_BASED, 0.0));
        addSuccessors(item, parts.getOrDefault(Strategy.SEQUENCE_BASED, 0.0));
        addSimilarItems(item, parts.getOrDefault(Strategy.ITEM_BASED, 0.0));
        content.ifPresent(match -> addContent(match, parts.getOrDefault(Strategy.CONTENT_BASED, 0.0)));
        shares.int2DoubleEntrySet().stream()
                .sorted(byShare)
                .limit(limit)
                .forEach(share -> list.addReason(share.getIntKey(), share.getDoubleValue()));
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

    private void addSuccessors(int item, double part) {
        double total = part == 0 ? 0 : strategies.sequenceBased().score(item);
        if (total != 0) {
            strategies.sequenceBased().forEachPart(item, (own, amount) -> shares.addTo(own, part * amount / total));
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
        return isLatin
                ? Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                        .matcher(texts)
                        .find()
                : texts.contains(word);
    }
}
