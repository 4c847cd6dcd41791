package dev.kindred.content;

import dev.kindred.model.Reason;
import java.util.List;

/**
 * An item with similar content.
 *
 * @param item by number
 * @param similarity the cosine of the item and the profile, in (0, 1]
 * @param terms the shared terms, strongest first
 * @param reasons the items of the profile, those with the greatest part in the similarity first
 */
public record ContentMatch(int item, double similarity, List<SharedTerm> terms, List<Reason> reasons) {

    public ContentMatch {
        terms = List.copyOf(terms);
        reasons = List.copyOf(reasons);
    }
}
