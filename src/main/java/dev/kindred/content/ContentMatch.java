package dev.kindred.content;

import dev.kindred.model.Reason;
import java.util.List;

/**
 * An item that is about what was asked for.
 *
 * @param item by number
 * @param similarity the cosine of both, in (0, 1]
 * @param terms what both have in common, strongest first
 * @param reasons the items that were asked with, those that speak most for this one first
 */
public record ContentMatch(int item, double similarity, List<SharedTerm> terms, List<Reason> reasons) {

    public ContentMatch {
        terms = List.copyOf(terms);
        reasons = List.copyOf(reasons);
    }
}
