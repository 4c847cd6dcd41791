package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;
import dev.kindred.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class KafkaSimilarityRowStoreTest extends RocksSimilarityRowStoreLaws {

    private static final Bytes ANN = Bytes.wrap("ann".getBytes(StandardCharsets.UTF_8));
    private static final SimilarityRow ROW =
            SimilarityRow.wrap(3, -2, 1_000_000, new int[] {7, 258}, new float[] {0.5f, -1});

    @Override
    SimilarityRowStore around(SimilarityRowStore kafka) {
        return kafka;
    }

    @Test
    void writesTheSameLayout() throws IOException {
        store().save("ann", ROW);

        assertThat(bytes.get(ANN)).isEqualTo(Golden.bytes("/state/similarity-row.hex"));
    }

    @Test
    void readsTheSameLayout() throws IOException {
        bytes.put(ANN, Golden.bytes("/state/similarity-row.hex"));

        SimilarityRow row = store().load("ann");

        assertThat(content(row)).isEqualTo(content(ROW));
    }

    @Test
    void ignoresARowOfAnotherLayout() {
        bytes.put(ANN, new byte[] {2, 0, 0});

        SimilarityRow row = store().load("ann");

        assertNeverComputed(row);
    }
}
