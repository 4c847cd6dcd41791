package dev.kindred.recommend;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.List;

/**
 * A user's top n: what similar users are drawn to, then what is popular.
 *
 * <p>The score of an item is the sum of the neighbors' {@linkplain Votes votes}: the weighted sum of user-based
 * collaborative filtering (Herlocker et al., <em>An Algorithmic Framework for Performing Collaborative Filtering</em>,
 * SIGIR 1999, without the division by the sum of similarities, which would favor items of a single neighbor), refined by
 * when things were touched. The user's own history votes beside them, as people return to what they looked at. Equal
 * scores are ordered by item id.
 *
 * <p>Not thread safe: one per thread.
 */
public final class Recommender {

    private final RecommendSettings settings;
    private final ItemDictionary dictionary;
    private final UserBasedScores scores;
    private final Accumulator excluded; // by item
    private final Reasons reasons;
    private final TopK top;
    private final int[] best;

    /** A recommender with these rules. */
    public Recommender(RecommendSettings settings, ItemDictionary dictionary) {
        this(settings, dictionary, new UserBasedScores(settings));
    }

    /** One that shares its scores with others: each of them may be asked at a time. */
    Recommender(RecommendSettings settings, ItemDictionary dictionary, UserBasedScores scores) {
        this(settings, dictionary, scores, new Accumulator());
    }

    private Recommender(
            RecommendSettings settings, ItemDictionary dictionary, UserBasedScores scores, Accumulator excluded) {
        this.settings = settings;
        this.scores = scores;
        this.excluded = excluded;
        this.dictionary = dictionary;
        this.reasons = new Reasons(dictionary, settings.reasons());
        this.top = new TopK(settings.size(), dictionary::compareIds);
        this.best = new int[settings.size()];
    }

    /** One with other rules that shares this one's scratch memory: use one of them at a time. */
    public Recommender with(RecommendSettings others) {
        return others.equals(settings) ? this : new Recommender(others, dictionary, scoresBy(others), excluded);
    }

    private UserBasedScores scoresBy(RecommendSettings others) {
        return settings.scoresAs(others) ? scores : new UserBasedScores(others);
    }

    /**
     * The list for a user.
     *
     * @param vector of the user
     * @param currentItem the number of the item at hand, {@link ItemDictionary#NONE} if there is none
     * @param neighbors of the user, found in {@code view}
     * @param asOfMs the time that scores are told for, in epoch milliseconds
     */
    public List<RecommendedItem> recommend(
            UserVector vector, int currentItem, Neighbors neighbors, MatrixView view, long asOfMs) {
        exclude(vector, currentItem, view);
        scores.compute(vector, neighbors, view);
        int found = selectBest();
        reasons.compute(best, found, neighbors, scores.votes());
        List<RecommendedItem> list = new ArrayList<>(settings.size());
        for (int place = 0; place < found; place++) {
            list.add(personal(place, view.unitAt(asOfMs)));
        }
        fillUpWithPopular(list, found, view, asOfMs);
        excluded.clear();
        return list;
    }

    private void exclude(UserVector vector, int currentItem, MatrixView view) {
        excluded.ensureCapacity(Math.max(UserBasedScores.itemBound(vector, view), currentItem + 1));
        for (int i = 0; i < vector.size(); i++) {
            if (isExcluded(vector.types(i))) {
                excluded.add(vector.item(i), 1);
            }
        }
        if (settings.exclusions().contains(Exclusion.CURRENT) && currentItem != ItemDictionary.NONE) {
            excluded.add(currentItem, 1);
        }
    }

    private boolean isExcluded(int types) {
        return settings.exclusions().contains(Exclusion.SEEN)
                || (settings.exclusions().contains(Exclusion.PURCHASED) && InteractionType.PURCHASE.isIn(types))
                || (settings.exclusions().contains(Exclusion.DISLIKED) && InteractionType.DISLIKE.isIn(types));
    }

    private int selectBest() {
        for (int i = 0; i < scores.size(); i++) {
            int item = scores.item(i);
            double score = scores.score(item);
            if (score > 0 && (float) score >= top.threshold() && !excluded.has(item)) {
                top.offer(item, score);
            }
        }
        return top.drain(best);
    }

    private RecommendedItem personal(int place, double unit) {
        int item = best[place];
        return new RecommendedItem(
                dictionary.idOf(item),
                place + 1,
                scores.score(item) * unit,
                Strategy.USER_BASED,
                reasons.supporters(place),
                reasons.strongest(place));
    }

    private void fillUpWithPopular(List<RecommendedItem> list, int found, MatrixView view, long asOfMs) {
        for (int place = 0; place < found; place++) {
            excluded.add(best[place], 1);
        }
        for (int item : view.popular()) {
            if (list.size() == settings.size()) {
                return;
            }
            if (item < view.items() && !excluded.has(item)) {
                double popularity = view.popularity(item, asOfMs);
                list.add(new RecommendedItem(
                        dictionary.idOf(item), list.size() + 1, popularity, Strategy.POPULAR, 0, List.of()));
            }
        }
    }
}
