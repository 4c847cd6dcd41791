package dev.kindred.lab.evaluation.contenders;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;

/** Settings of small models. */
public final class Models {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    private Models() {}

    /** Taste fades and steps count, but nothing is capped for up to 50 users. */
    public static ModelSettings fading(int size, Excludes excludes) {
        return new ModelSettings(
                new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, 1000, 0),
                new MatrixSettings(50, 50, MONTH, MONTH),
                new SimilaritySettings(50, 50, 0),
                new SimilarItemsSettings(50),
                new RecommendSettings(size, excludes, 0));
    }
}
