package dev.kindred.content;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Selection;
import dev.kindred.math.SparseVector;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the items whose terms are most similar to those of a user's items, or to those of one item.
 *
 * <p>The similarity is the cosine of two TF-IDF vectors, see {@link Profile#similarity}. The search has two steps.
 *
 * <ol>
 *   <li><em>Candidates</em>: adds up the columns of the profile's terms, without negligible terms. Keeps the items with
 *       the greatest dot products, divided by the norm of the item's row without idf, since the exact norm depends on
 *       all its terms.
 *   <li><em>Comparison</em>: computes the cosine of each candidate from both complete vectors.
 * </ol>
 *
 * <p>A reported similarity is therefore always exact, without a scan of the catalog. The search misses an item only in
 * two cases: each shared term is negligible, not among the strongest {@code terms}, or in {@code postings} newer items;
 * or {@code candidates} other items rank higher in the first step. Equal similarities are ordered by item id.
 *
 * <p>Not thread safe: one per thread.
 */
public final class ContentBased {

    private final ContentSettings settings;
    private final ItemDictionary dictionary;
    private final Profile profile = new Profile();
    private final Explanation explanation;
    private final Accumulator scores = new Accumulator(); // by item: the dot product over the searched terms
    private float[] strengths = new float[256]; // by index of the profile's term
    private float[] selected = new float[256]; // scratch, reordered by selection
    private final TopK bestCandidates;
    private int[] candidates = new int[0]; // of the latest search
    private final SparseVector[] rows; // by candidate
    private final double[] similarities; // by candidate

    /** A search that orders ties by these ids. */
    public ContentBased(ContentSettings settings, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.explanation = new Explanation(dictionary);
        this.bestCandidates = new TopK(settings.candidates(), dictionary::compareIds);
        this.rows = new SparseVector[settings.candidates()];
        this.similarities = new double[settings.candidates()];
    }

    /**
     * The items most similar to a user's interests, most similar first. They include the user's own items, unless the
     * request excludes them.
     */
    public List<ContentMatch> recommend(UserVector vector, ContentRequest request, TermView view) {
        double least = vector.leastInterest(settings.negligibleInterest());
        profile.begin(view);
        for (int i = 0; i < vector.size(); i++) {
            if (Math.abs(vector.interest(i)) >= least) {
                profile.add(vector.item(i), vector.interest(i));
            }
        }
        return search(request, view);
    }

    /**
     * The items most similar to one item, without itself, most similar first; none for an item that is not in the
     * index.
     */
    public List<ContentMatch> similarTo(int item, ContentRequest request, TermView view) {
        profile.begin(view);
        profile.add(item, 1);
        return search(request.without(item), view);
    }

    private List<ContentMatch> search(ContentRequest request, TermView view) {
        profile.end();
        sumColumns(view);
        candidates = selectCandidates(request, view);
        scores.clear();
        return compare(request, view);
    }

    private void sumColumns(TermView view) {
        scores.ensureCapacity(view.items());
        float least = strengthThreshold();
        for (int i = 0; i < profile.terms(); i++) {
            if (strengths[i] >= least) {
                addColumn(view.newest(profile.term(i)), contribution(profile.term(i)));
            }
        }
    }

    /**
     * The strength below which terms are not searched: their contribution is negligible, or enough others contribute
     * more.
     */
    private float strengthThreshold() {
        int size = profile.terms();
        if (size > strengths.length) {
            strengths = new float[2 * size];
            selected = new float[2 * size];
        }
        float strongest = 0;
        for (int i = 0; i < size; i++) {
            strengths[i] = (float) Math.abs(contribution(profile.term(i)));
            strongest = Math.max(strongest, strengths[i]);
        }
        float negligible = (float) (settings.negligibleTerm() * strongest);
        if (size <= settings.terms()) {
            return negligible;
        }
        System.arraycopy(strengths, 0, selected, 0, size);
        return Math.max(negligible, Selection.kthGreatest(selected, size, settings.terms()));
    }

    /** The contribution of a term to the dot product with an item in which its weight is 1. */
    private double contribution(int term) {
        return profile.weightOf(term) * profile.idf(term);
    }

    private void addColumn(SparseVector column, double factor) {
        for (int i = 0; i < column.size(); i++) {
            scores.add(column.id(i), factor * column.weight(i));
        }
    }

    private int[] selectCandidates(ContentRequest request, TermView view) {
        for (int i = 0; i < scores.size(); i++) {
            int item = scores.id(i);
            double score = scores.sum(item) * view.inverseNorm(item);
            if (score > 0
                    && (float) score >= bestCandidates.threshold()
                    && request.admits().test(item)) {
                bestCandidates.offer(item, score);
            }
        }
        return bestCandidates.take();
    }

    private List<ContentMatch> compare(ContentRequest request, TermView view) {
        TopK top = new TopK(request.size(), this::compareCandidates);
        for (int i = 0; i < candidates.length; i++) {
            rows[i] = view.row(candidates[i]); // read once, so that similarity and reasons are of one version
            similarities[i] = profile.similarity(rows[i]);
            if ((float) similarities[i] > 0) {
                top.offer(i, similarities[i]);
            }
        }
        int[] best = new int[request.size()];
        int count = top.drain(best);
        List<ContentMatch> matches = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            matches.add(match(best[place], request.reasons(), view));
        }
        Arrays.fill(rows, 0, candidates.length, SparseVector.EMPTY);
        return matches;
    }

    /** Compares any item with the profile of the last search: its similarity and the reasons. */
    public ContentMatch explain(int item, int reasons, TermView view) {
        SparseVector row = view.row(item);
        return new ContentMatch(
                item,
                profile.similarity(row),
                explanation.terms(profile, row, view, reasons),
                explanation.reasons(profile, row, view, reasons));
    }

    private int compareCandidates(int candidate, int other) {
        return dictionary.compareIds(candidates[candidate], candidates[other]);
    }

    private ContentMatch match(int candidate, int reasons, TermView view) {
        return new ContentMatch(
                candidates[candidate],
                similarities[candidate],
                explanation.terms(profile, rows[candidate], view, reasons),
                explanation.reasons(profile, rows[candidate], view, reasons));
    }
}
