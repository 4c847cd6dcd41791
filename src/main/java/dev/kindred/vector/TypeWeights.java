package dev.kindred.vector;

import dev.kindred.model.InteractionType;
import java.util.EnumMap;
import java.util.Map;

/** The weight of one ordinary event of each type. */
public final class TypeWeights {

    private final double[] weights;

    private TypeWeights(double[] weights) {
        this.weights = weights;
    }

    /**
     * Weights from a map with every type that {@link InteractionType#isTouch() is a touch}.
     *
     * @param weights a finite weight for each type; negative for a type that expresses dislike
     * @throws IllegalArgumentException if a type is missing or its weight is not finite
     */
    public static TypeWeights of(Map<InteractionType, Double> weights) {
        Map<InteractionType, Double> byType = new EnumMap<>(weights);
        double[] ordered = new double[InteractionType.values().length];
        int next = 0;
        for (InteractionType type : InteractionType.values()) {
            Double weight = type.isTouch() ? byType.get(type) : Double.valueOf(0);
            if (weight == null || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("the weight of " + type + " must be finite, got " + weight);
            }
            ordered[next++] = weight;
        }
        return new TypeWeights(ordered);
    }

    /** Weight 1 for every type, dislikes too. */
    public static TypeWeights equal() {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, 1.0);
        }
        return of(weights);
    }

    public double of(InteractionType type) {
        return weights[Integer.numberOfTrailingZeros(type.bit())];
    }
}
