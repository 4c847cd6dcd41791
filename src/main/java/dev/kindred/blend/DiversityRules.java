package dev.kindred.blend;

import dev.kindred.model.Require;
import java.util.List;

/**
 * The rules by which a list is diversified.
 *
 * @param lambda the weight of relevance against diversity, in [0, 1]; with 1 only relevance counts
 * @param similarity the similarity that items of a list should not have
 * @param caps the limits for kinds of items
 */
public record DiversityRules(double lambda, ItemSimilarity similarity, List<Cap> caps) {

    /** Items keep their order. */
    public static final DiversityRules NONE = new DiversityRules(1, (item, other) -> 0, List.of());

    public DiversityRules {
        Require.that(lambda >= 0 && lambda <= 1, "lambda must be in [0, 1]", lambda);
        caps = List.copyOf(caps);
    }
}
