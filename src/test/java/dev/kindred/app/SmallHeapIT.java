package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.testing.ChildProcess;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process whose heap is too small for the matrix ends soon and gives the reason. It takes some seconds: it is a process. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class SmallHeapIT {

    private static final int CELLS = 120_000; // with a user and an item each, some 30 MB
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @Test
    void namesTheHeapThatTheMatrixNeeds(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "2"));
        deployment.createTopics();
        deployment.writeCells(cells());

        try (ChildProcess process = deployment.startProcess("only", List.of("-Xmx40m"))) {
            assertThat(process.awaitExit(DEADLINE)).isNotZero();

            assertThat(process.output())
                    .containsPattern("kindred: the matrix does not fit into the heap of \\d+ MB")
                    .containsPattern("raise -Xmx to some \\d+ MB")
                    .doesNotContain("OutOfMemoryError");
        }
    }

    private static Map<CellKey, Optional<Affinity>> cells() {
        Map<CellKey, Optional<Affinity>> cells = new HashMap<>();
        for (int i = 0; i < CELLS; i++) {
            cells.put(
                    new CellKey("a-user-with-a-long-id-" + i, "an-item-with-a-long-id-" + i),
                    Optional.of(new Affinity(1, 1_704_067_200_000L + i, 1)));
        }
        return cells;
    }
}
