package dev.kindred.lab.evaluation.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The settings that a search varies, with the values to try; a new setting takes one line here. */
public final class SearchSpace {

    private static final String NONE = "0";
    private static final String HOUR = "3600000";
    private static final String SIX_HOURS = "21600000";
    private static final String DAY = "86400000";
    private static final String WEEK = "604800000";
    private static final String MONTH = "2592000000";
    private static final String QUARTER = "7776000000";
    private static final String YEAR = "31536000000";

    private static final int ATTEMPTS_PER_SAMPLE = 20;

    private final List<Dimension> dimensions;

    /**
     * One setting.
     *
     * @param key of the setting
     * @param values to try, at least one
     */
    record Dimension(String key, List<String> values) {

        static Dimension of(String key, String... values) {
            return new Dimension(key, List.of(values));
        }

        String near(Optional<String> value, RandomGenerator random) {
            int place = value.map(values::indexOf).orElse(-1);
            if (place < 0 || values.size() == 1) {
                return values.get(random.nextInt(values.size()));
            }
            boolean isNext = place == 0 || (place < values.size() - 1 && random.nextBoolean());
            return values.get(isNext ? place + 1 : place - 1);
        }
    }

    private SearchSpace(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /** The whole space. */
    public static SearchSpace all() {
        return new SearchSpace(List.of(
                Dimension.of("vector.step", "0.5", "0.6", "0.7", "0.8", "0.9", "0.95", "1"),
                Dimension.of("vector.affinity.half.life.ms", DAY, WEEK, MONTH, QUARTER, YEAR, NONE),
                Dimension.of("vector.interest.half.life.ms", HOUR, SIX_HOURS, DAY, WEEK, MONTH, NONE),
                Dimension.of("similarity.measure", "cosine", "pearson", "jaccard"),
                Dimension.of("similarity.neighbors", "25", "50", "100", "200", "300"),
                Dimension.of("similarity.item.idf", NONE, "0.5", "1", "1.5"),
                Dimension.of("similarity.shrinkage", NONE, "1", "2"),
                Dimension.of("recommend.proximity", NONE, "0.3", "1", "2"),
                Dimension.of("recommend.closeness.before", "0.1", "0.3", "0.6", "1"),
                Dimension.of("recommend.recency", NONE, "0.2", "0.5", "1"),
                Dimension.of("recommend.own.history", NONE, "0.1", "0.3", "1"),
                Dimension.of("matrix.audience", "50", "100", "200", "500", "1000")));
    }

    /** This space without some settings, whose values are fixed. */
    public SearchSpace without(Collection<String> keys) {
        return new SearchSpace(dimensions.stream()
                .filter(dimension -> !keys.contains(dimension.key()))
                .toList());
    }

    public List<String> keys() {
        return dimensions.stream().map(Dimension::key).toList();
    }

    /**
     * Draws distinct points. Each value is drawn uniformly from those of its setting.
     *
     * @return at most {@code count}; fewer if the space has hardly more points
     */
    public List<Map<String, String>> sample(int count, RandomGenerator random) {
        Set<Map<String, String>> points = new LinkedHashSet<>();
        for (int attempt = 0; attempt < count * ATTEMPTS_PER_SAMPLE && points.size() < count; attempt++) {
            points.add(point(random));
        }
        return new ArrayList<>(points);
    }

    private Map<String, String> point(RandomGenerator random) {
        Map<String, String> point = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            point.put(
                    dimension.key(),
                    dimension.values().get(random.nextInt(dimension.values().size())));
        }
        return point;
    }

    /**
     * A neighbor of a point: one setting, drawn at random, has the value before or after its own; a value drawn at random
     * where the point has none.
     *
     * @param point may lack settings, which have their configured values
     */
    public Map<String, String> near(Map<String, String> point, RandomGenerator random) {
        Map<String, String> near = new LinkedHashMap<>(point);
        if (!dimensions.isEmpty()) {
            Dimension dimension = dimensions.get(random.nextInt(dimensions.size()));
            near.put(dimension.key(), dimension.near(Optional.ofNullable(point.get(dimension.key())), random));
        }
        return near;
    }
}
