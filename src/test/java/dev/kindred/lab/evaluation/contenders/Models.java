package dev.kindred.lab.evaluation.contenders;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.List;

/** Settings of small models. */
public final class Models {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    private Models() {}

    /** Taste fades and steps count, but nothing is capped for up to 50 users. */
    public static ContenderSettings fading(int size, Excludes excludes) {
        return of(
                new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, 1000, 0),
                new MatrixSettings(50, 50, MONTH, MONTH),
                new SimilaritySettings(50, 50, 0),
                new SimilarItemsSettings(50),
                new RecommendSettings(size, excludes, 0));
    }

    /** Settings without content of items and with the default blend. */
    public static ContenderSettings of(
            VectorSettings vector,
            MatrixSettings matrix,
            SimilaritySettings similarity,
            SimilarItemsSettings similarItems,
            RecommendSettings recommend) {
        ContentSettings content = new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0);
        ModelSettings model =
                new ModelSettings(vector, matrix, similarity, similarItems, recommend, content, Decay.NONE);
        return new ContenderSettings(model, List.of(), text -> List.of(), DefaultWeights.BLEND);
    }
}
