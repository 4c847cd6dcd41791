package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.Map;

/** The settings of the core, without Kafka. */
record ModelSettings(
        VectorSettings vector, MatrixSettings matrix, SimilaritySettings similarity, RecommendSettings recommend) {

    private static final String HISTORY = "vector.max.items";
    private static final String AUDIENCE = "matrix.audience";
    private static final String COLUMN_CAPACITY = "matrix.column.capacity";

    /** The settings of the application, with vectors and audiences of a size and columns that have room for these. */
    static ModelSettings of(Map<String, String> overrides, Size size) {
        Map<String, String> settings = new HashMap<>(overrides);
        settings.put(HISTORY, String.valueOf(size.history()));
        settings.put(AUDIENCE, "1"); // agrees with every capacity
        int capacity = KindredConfig.of(settings).matrixSettings().columnCapacity();
        settings.put(AUDIENCE, String.valueOf(size.audience()));
        settings.put(COLUMN_CAPACITY, String.valueOf(Math.max(capacity, size.audience())));
        return of(KindredConfig.of(settings));
    }

    private static ModelSettings of(KindredConfig config) {
        return new ModelSettings(
                config.vectorSettings(),
                config.matrixSettings(),
                config.similaritySettings(),
                config.recommendSettings());
    }
}
