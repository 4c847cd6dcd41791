package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.testing.ByteStores;
import dev.kindred.testing.Golden;
import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedSimilarItemsTest {

    private static final Bytes TEA = Bytes.wrap("tea".getBytes(StandardCharsets.UTF_8));
    private static final SimilarItemLists LISTS = new SimilarItemLists(
            "tea",
            7,
            List.of(new SimilarItem("cup", 0.5), new SimilarItem("pot", 0.25)),
            List.of(new SimilarItem("pot", 0.125)));

    private final KeyValueStore<Bytes, byte[]> bytes;
    private final PublishedSimilarItems published;

    PublishedSimilarItemsTest(@TempDir Path directory) {
        bytes = ByteStores.onRocksDb(directory);
        published = new PublishedSimilarItems(bytes);
    }

    @AfterEach
    void close() {
        bytes.close();
    }

    /** Lists of few items, so that the same lists repeat. */
    private static SimilarItemLists random(RandomGenerator random) {
        return new SimilarItemLists(
                "item-" + random.nextInt(3), random.nextLong(), randomList(random), randomList(random));
    }

    private static List<SimilarItem> randomList(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new SimilarItem("i".repeat(random.nextInt(1, 3)), 0.25 * random.nextInt(1, 3)))
                .toList();
    }

    /** Law: it reports the same changes as a map of the lists themselves, independent of their times. */
    @RandomTest
    void reportsChanges(RandomGenerator random) {
        Map<String, List<List<SimilarItem>>> lists = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            SimilarItemLists next = random(random);
            if (random.nextInt(5) == 0) {
                boolean wasThere = lists.remove(next.itemId()) != null;
                assertThat(published.remove(next.itemId())).isEqualTo(wasThere);
            } else {
                List<List<SimilarItem>> now = List.of(next.similar(), next.boughtTogether());
                boolean differs = !now.equals(lists.put(next.itemId(), now));
                assertThat(published.replace(next)).isEqualTo(differs);
            }
        }

        TreeSet<String> named = new TreeSet<>();
        published.forEachItem(named::add);
        assertThat(named).isEqualTo(lists.keySet());
    }

    @Test
    void writesTheLayoutAsEver() throws IOException {
        published.replace(LISTS);

        assertThat(bytes.get(TEA)).isEqualTo(Golden.bytes("/state/published-similar-items.hex"));
    }

    @Test
    void treatsAnotherLayoutAsChanged() throws IOException {
        byte[] other = Golden.bytes("/state/published-similar-items.hex");
        other[0] = 2;
        bytes.put(TEA, other);

        assertThat(published.replace(LISTS)).isTrue();
    }
}
