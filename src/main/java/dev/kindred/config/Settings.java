package dev.kindred.config;

import dev.kindred.math.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings, in the order of the configuration file. */
final class Settings {

    static final List<Group> GROUPS = List.of(
            ApplicationConfig.APPLICATION,
            TopicConfig.TOPICS,
            TopicConfig.RETENTION,
            ApplicationConfig.FORMATS,
            ApplicationConfig.MEMORIES,
            OperationConfig.OPERATION,
            HttpConfig.HTTP,
            EventConfig.EVENTS,
            EventConfig.WEIGHTS,
            VectorConfig.VECTORS,
            MatrixConfig.MATRIX,
            SimilarityConfig.SIMILARITIES,
            SimilarItemsConfig.SIMILAR_ITEMS,
            ContentConfig.CONTENT,
            RecommendConfig.RECOMMENDATIONS,
            ProfileConfig.PROFILES,
            FeedbackConfig.FEEDBACK,
            LearningConfig.LEARNING,
            PrivacyConfig.PRIVACY);

    private static final Map<String, Setting<?>> BY_KEY = byKey();

    private Settings() {}

    static Collection<Setting<?>> all() {
        return BY_KEY.values();
    }

    static boolean knows(String key) {
        return BY_KEY.containsKey(key) || PassThrough.takes(key);
    }

    /** Suggests the known name that is most similar to an unknown one. */
    static Optional<String> nearest(String unknown, Collection<String> known) {
        return Spelling.nearest(unknown, known).map(nearest -> "did you mean " + nearest + "?");
    }

    static Collection<String> keys() {
        return BY_KEY.keySet();
    }

    private static Map<String, Setting<?>> byKey() {
        Map<String, Setting<?>> byKey = new LinkedHashMap<>();
        GROUPS.stream()
                .flatMap(group -> group.settings().stream())
                .forEach(setting -> byKey.put(setting.key(), setting));
        return byKey;
    }
}
