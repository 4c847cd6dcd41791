package dev.kindred.lab.evaluation.contenders;

import dev.kindred.blend.WeightLearner;
import dev.kindred.model.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How learned weights changed in the course of a log.
 *
 * @param points the weights after some events, oldest first
 */
public record WeightHistory(List<Point> points) {

    /** Nothing was learned. */
    public static final WeightHistory NONE = new WeightHistory(List.of());

    public WeightHistory {
        points = List.copyOf(points);
    }

    /**
     * The weights after a number of events of the log.
     *
     * @param weights by strategy, by the users that they are for
     */
    public record Point(long events, Map<String, Map<Strategy, Double>> weights) {

        public Point {
            Map<String, Map<Strategy, Double>> copy = new LinkedHashMap<>();
            weights.forEach((users, byStrategy) -> copy.put(users, new EnumMap<>(byStrategy)));
            weights = Collections.unmodifiableMap(copy);
        }

        static Point of(long events, WeightLearner learner) {
            Map<String, Map<Strategy, Double>> byItems = new LinkedHashMap<>();
            for (int items : WeightLearner.contexts()) {
                byItems.put("from " + items + " items on", learner.weights(items));
            }
            return new Point(events, byItems);
        }

        private boolean isNear(Point other, double distance) {
            return weights.entrySet().stream()
                    .allMatch(users ->
                            areNear(users.getValue(), other.weights.getOrDefault(users.getKey(), Map.of()), distance));
        }

        private static boolean areNear(Map<Strategy, Double> some, Map<Strategy, Double> others, double distance) {
            return some.entrySet().stream()
                    .allMatch(weight ->
                            Math.abs(weight.getValue() - others.getOrDefault(weight.getKey(), 0.0)) <= distance);
        }
    }

    /** The number of events after which no weight is farther from its last value than a distance; 0 without events. */
    public long settledAfter(double distance) {
        long settled = 0;
        for (int i = points.size() - 1; i >= 0 && points.get(i).isNear(points.get(points.size() - 1), distance); i--) {
            settled = points.get(i).events();
        }
        return settled;
    }

    /** At most so many of the points, at equal distances; the last one is among them. */
    public List<Point> some(int most) {
        List<Point> chosen = new ArrayList<>();
        int every = (points.size() + most - 1) / most;
        for (int i = points.size() - 1; i >= 0; i -= every) {
            chosen.add(points.get(i));
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
