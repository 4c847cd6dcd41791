package dev.kindred.content;

import dev.kindred.math.Accumulator;
import dev.kindred.math.SparseVector;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Explains a match. The dot product of a profile and an item is a sum over the shared terms, and also a sum over the
 * profile's items. In both cases the shares add up to 1. Not thread safe: one per thread.
 */
final class Explanation {

    private static final Comparator<SharedTerm> BY_SHARE = Comparator.comparingDouble(
                    (SharedTerm shared) -> -(float) shared.share())
            .thenComparing(SharedTerm::term);
    private static final Comparator<Reason> BY_PART = Comparator.comparingDouble(
                    (Reason reason) -> -(float) reason.share())
            .thenComparing(Reason::itemId);

    private final ItemDictionary dictionary;
    private final Accumulator found = new Accumulator(); // by term: weights of the matched item

    Explanation(ItemDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The terms that a profile shares with an item, strongest first. */
    List<SharedTerm> terms(Profile profile, SparseVector row, TermView view, int limit) {
        if (limit == 0) {
            return List.of();
        }
        double dot = 0;
        List<SharedTerm> parts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            double part = profile.weightOf(row.id(i)) * profile.weight(row, i);
            if (part != 0) {
                dot += part;
                parts.add(new SharedTerm(view.term(row.id(i)), part));
            }
        }
        double total = dot;
        parts.replaceAll(part -> new SharedTerm(part.term(), part.share() / total));
        return best(parts, BY_SHARE, limit);
    }

    /** The items of a profile, those with the greatest share first. */
    List<Reason> reasons(Profile profile, SparseVector row, TermView view, int limit) {
        if (limit == 0) {
            return List.of();
        }
        load(profile, row, view);
        double dot = 0;
        List<Reason> parts = new ArrayList<>();
        for (int index = 0; index < profile.items(); index++) {
            double part = part(profile, index);
            if (part != 0) {
                dot += part;
                parts.add(new Reason(dictionary.idOf(profile.item(index)), part));
            }
        }
        found.clear();
        double total = dot;
        parts.replaceAll(part -> new Reason(part.itemId(), part.share() / total));
        return best(parts, BY_PART, limit);
    }

    private static <T> List<T> best(List<T> parts, Comparator<T> order, int limit) {
        parts.sort(order);
        return parts.subList(0, Math.min(limit, parts.size()));
    }

    private void load(Profile profile, SparseVector row, TermView view) {
        found.ensureCapacity(view.terms());
        for (int i = 0; i < row.size(); i++) {
            found.add(row.id(i), profile.weight(row, i));
        }
    }

    private double part(Profile profile, int index) {
        SparseVector own = profile.row(index);
        double dot = 0;
        for (int i = 0; i < own.size(); i++) {
            if (found.has(own.id(i))) {
                dot += profile.weight(own, i) * found.sum(own.id(i));
            }
        }
        return profile.factor(index) * dot;
    }
}
