package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.Interaction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What a stream holds, to compare one that forgot with one that never knew. */
@SuppressWarnings("NullAway")
final class Worlds {

    private Worlds() {}

    /** All cells, vectors, attributes, feedback and users with a list, as they are after compaction. */
    static Map<String, Map<String, String>> of(TestStream stream) {
        Map<String, Map<String, String>> world = new TreeMap<>();
        Map<String, String> cells = new TreeMap<>();
        stream.driver
                .createOutputTopic("affinities", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(record -> put(cells, record.key(), record.value()));
        world.put("affinities", cells);
        for (String store : List.of(Stores.USER_VECTORS, Stores.USER_ATTRIBUTES, Stores.USER_FEEDBACK)) {
            if (!stream.driver.getAllStateStores().containsKey(store)) {
                continue; // without feedback
            }
            Map<String, String> entries = new TreeMap<>();
            try (var all = stream.driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
                all.forEachRemaining(entry -> put(entries, entry.key.get(), entry.value));
            }
            world.put(store, entries);
        }
        return world;
    }

    private static void put(Map<String, String> entries, byte[] key, byte @Nullable [] value) {
        String name = new String(key, StandardCharsets.ISO_8859_1);
        if (value == null) {
            entries.remove(name);
        } else {
            entries.put(name, HexFormat.of().formatHex(value));
        }
    }

    /** The newest list of each user. */
    static Map<String, Recommendations> lists(TestStream stream) {
        Map<String, Recommendations> lists = new TreeMap<>();
        for (var record : stream.recommendations.readRecordsToList()) {
            lists.compute(record.key(), (user, former) -> record.value());
        }
        return lists;
    }

    /** The newest list of a user, who must have one. */
    static Recommendations list(TestStream stream, String userId) {
        return Objects.requireNonNull(lists(stream).get(userId));
    }

    /** New users whose lists show what the model knows of all others. */
    private static List<Interaction> visits() {
        List<Interaction> events = new ArrayList<>();
        for (int guest = 0; guest < 8; guest++) {
            events.add(click(
                    "guest-" + guest,
                    "item-" + guest,
                    START_MS + Duration.ofDays(9).toMillis() + guest));
        }
        return events;
    }

    /** Checks that nothing tells one world from another, also not to new users. */
    static void assertEqual(TestStream stream, TestStream twin) {
        stream.sendAll(visits());
        twin.sendAll(visits());
        assertThat(of(stream)).isEqualTo(of(twin));
        Map<String, Recommendations> expected = lists(twin);
        Map<String, Recommendations> actual = lists(stream);
        assertThat(actual).containsOnlyKeys(expected.keySet());
        actual.keySet().stream().filter(user -> user.startsWith("guest")).forEach(user -> {
            List<RecommendedItem> list = actual.get(user).items();
            List<RecommendedItem> other = expected.get(user).items();
            assertThat(list)
                    .extracting(RecommendedItem::itemId)
                    .isEqualTo(other.stream().map(RecommendedItem::itemId).toList());
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.get(i).score())
                        .isCloseTo(
                                other.get(i).score(), within(1e-5 * other.get(i).score()));
                assertThat(list.get(i).similarUsers()).isEqualTo(other.get(i).similarUsers());
            }
        });
    }
}
