package dev.kindred.blend;

import java.util.List;

/**
 * What makes a list diverse.
 *
 * @param lambda in [0, 1]: how much relevance counts against difference; with 1 it alone counts
 * @param similarity what the items of a list should not have
 * @param caps how many of each kind a list may have
 */
public record DiversityRules(double lambda, ItemSimilarity similarity, List<Cap> caps) {

    public DiversityRules {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be in [0, 1], got " + lambda);
        }
        caps = List.copyOf(caps);
    }
}
