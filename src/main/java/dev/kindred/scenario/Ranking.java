package dev.kindred.scenario;

import dev.kindred.model.Require;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import java.util.Optional;

/**
 * The order of the candidates of a list.
 *
 * @param ranker that orders the best candidates
 * @param learnsWeights whether the weights of the strategies are learned, beginning with those of the scenario
 * @param variant the variant whose list it is; empty for that of the scenario itself
 * @param model of the shop's own, with {@link RankerKind#ONNX}
 */
public record Ranking(RankerKind ranker, boolean learnsWeights, String variant, Optional<OwnModel> model) {

    /** The order of the blend, with the weights of the scenario. */
    public static final Ranking BLEND = new Ranking(RankerKind.BLEND, false, "");

    public Ranking {
        Require.that(
                ranker == RankerKind.BLEND || !learnsWeights,
                "ranker must be blend where weights are auto, because a ranker learns the strategies' worth itself: remove"
                        + " one of them",
                ranker);
        Require.that(
                (ranker == RankerKind.ONNX) == model.isPresent(), "ranker: onnx and model: FILE.onnx need each other");
    }

    /** Without a model of the shop's own. */
    public Ranking(RankerKind ranker, boolean learnsWeights, String variant) {
        this(ranker, learnsWeights, variant, Optional.empty());
    }

    /** Whether anything is learned. */
    public boolean learns() {
        return ranker == RankerKind.LEARNED || learnsWeights;
    }

    Ranking of(String otherVariant) {
        return new Ranking(ranker, learnsWeights, otherVariant, model);
    }

    /** The same with its model opened. */
    Ranking opened(OwnModel openedModel) {
        return new Ranking(ranker, learnsWeights, variant, Optional.of(openedModel));
    }

    /** The model of the shop's own; the order of the blend without one, and before it is opened. */
    public Ranker ownRanker() {
        return model.map(OwnModel::ranker).orElse(Ranker.NONE);
    }
}
