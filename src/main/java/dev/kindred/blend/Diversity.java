package dev.kindred.blend;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Picks different items from a ranked list, greedily: each time the item with the greatest
 *
 * <pre>lambda · score(i) / (greatest score) − (1 − lambda) · (greatest similarity of i to an item already picked)</pre>
 *
 * <p>This is the maximal marginal relevance of Carbonell and Goldstein, <em>The Use of MMR, Diversity-Based
 * Reranking</em> (SIGIR 1998). The best item is picked first. Of values that are equal as floats, the higher ranked
 * item wins; with lambda 1 and no caps the order stays as it is. An item that would exceed a {@linkplain Cap cap} is
 * skipped: a list may become shorter, but never breaks a cap.
 *
 * <p>A value only falls while other items are picked. An item is therefore compared with them only when its last value
 * could win: the lazy greedy algorithm of Minoux, <em>Accelerated greedy algorithms for maximizing submodular set
 * functions</em> (1978). Picking k of n costs k·n similarities at worst. Not thread safe: one per thread, reused.
 */
public final class Diversity {

    private int reached; // the number of ranks that were looked at, by which these are
    private double[] relevance = new double[128]; // the score as a fraction of the greatest; never rises
    private double[] nearest = new double[128]; // the greatest similarity to the picks that it was compared with
    private int[] compared = new int[128]; // the number of picks that it was compared with
    private boolean[] handled = new boolean[128]; // picked or skipped
    private double greatestScore;
    private final Object2IntOpenHashMap<Counted> counts = new Object2IntOpenHashMap<>();

    /** A kind and the index of its cap. */
    private record Counted(int cap, String kind) {}

    /**
     * Picks items.
     *
     * @param into receives the numbers of the picked items in the order of display; its length is the limit
     * @return the number of picked items
     */
    public int pick(RankedItems ranked, DiversityRules rules, int[] into) {
        int picked = 0;
        if (rules.lambda() == 1 && rules.caps().isEmpty()) {
            while (picked < into.length && ranked.has(picked)) {
                into[picked] = ranked.item(picked);
                picked++;
            }
            return picked;
        }
        counts.clear();
        reached = 0;
        int rank = reach(0, ranked) ? 0 : -1;
        while (picked < into.length && rank >= 0) {
            handled[rank] = true;
            if (hasRoom(ranked.item(rank), rules.caps())) {
                into[picked++] = ranked.item(rank);
                count(ranked.item(rank), rules.caps());
            }
            rank = picked < into.length ? best(ranked, rules, into, picked) : -1;
        }
        return picked;
    }

    /** Looks at one more rank if it is the next; whether there is an item. */
    private boolean reach(int rank, RankedItems ranked) {
        if (rank < reached) {
            return true;
        }
        if (!ranked.has(rank)) {
            return false;
        }
        if (rank == relevance.length) {
            relevance = Arrays.copyOf(relevance, 2 * rank);
            nearest = Arrays.copyOf(nearest, 2 * rank);
            compared = Arrays.copyOf(compared, 2 * rank);
            handled = Arrays.copyOf(handled, 2 * rank);
        }
        float score = (float) ranked.score(rank);
        greatestScore = rank == 0 ? score : greatestScore;
        relevance[rank] = score / greatestScore;
        nearest[rank] = 0;
        compared[rank] = 0;
        handled[rank] = false;
        reached++;
        return true;
    }

    /** The rank with the greatest value among items not yet picked or skipped; -1 if there is none. */
    private int best(RankedItems ranked, DiversityRules rules, int[] picks, int picked) {
        int best = -1;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int rank = 0; reach(rank, ranked); rank++) {
            if ((float) (rules.lambda() * relevance[rank]) <= greatest) {
                break; // lower ranks cannot have a greater value
            }
            if (!handled[rank] && value(rank, rules.lambda()) > greatest) {
                compare(rank, ranked.item(rank), rules, picks, picked);
                if (value(rank, rules.lambda()) > greatest) {
                    greatest = value(rank, rules.lambda());
                    best = rank;
                }
            }
        }
        return best;
    }

    private float value(int rank, double lambda) {
        return (float) (lambda * relevance[rank] - (1 - lambda) * nearest[rank]);
    }

    /** Compares an item with the picks that it was not compared with yet. */
    private void compare(int rank, int item, DiversityRules rules, int[] picks, int picked) {
        if (rules.lambda() < 1) { // else similarity does not count
            for (int i = compared[rank]; i < picked; i++) {
                nearest[rank] = Math.max(nearest[rank], rules.similarity().between(picks[i], item));
            }
            compared[rank] = picked;
        }
    }

    private boolean hasRoom(int item, List<Cap> caps) {
        for (int cap = 0; cap < caps.size(); cap++) {
            for (String kind : caps.get(cap).kindsOf().apply(item)) {
                if (counts.getInt(new Counted(cap, kind)) >= caps.get(cap).limit()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void count(int item, List<Cap> caps) {
        for (int cap = 0; cap < caps.size(); cap++) {
            for (String kind : caps.get(cap).kindsOf().apply(item)) {
                counts.addTo(new Counted(cap, kind), 1);
            }
        }
    }
}
