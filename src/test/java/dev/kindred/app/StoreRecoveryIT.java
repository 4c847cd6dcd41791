package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Recommendations;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A corrupt store is named with its cure, and the cure works. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class StoreRecoveryIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String USER = "alice";

    @Test
    void restoresACorruptStore(EmbeddedKafka kafka, @TempDir Path directory) throws IOException {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "2"));
        try (KindredApp app = deployment.start("only");
                TopicTail<String, Recommendations> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            deployment.send(Streams.random(new SplittableRandom(3), 200, 10, 10));
            deployment.send(List.of(Streams.click(USER, "tea", Streams.START_MS)));
            lists.awaitCount(201, DEADLINE);
        }
        Path stores = deployment.config("only").applicationStateDir();
        corruptAll(stores);

        assertThatThrownBy(() -> deployment.start("only").close())
                .isInstanceOf(AppDiedException.class)
                .hasMessageContaining("are corrupt")
                .hasMessageContaining(stores.toString())
                .hasMessageContaining("state.recover=true");

        deployment.set("state.recover", "true");
        try (KindredApp app = deployment.start("only")) {
            Deployment.awaitRunning(app);

            assertThat(app.queries().profile(USER)).isNotNull(); // else an exception says that the user is unknown
        }
    }

    private static void corruptAll(Path stores) throws IOException {
        List<Path> manifests;
        try (Stream<Path> files = Files.walk(stores)) {
            manifests = files.filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
                    .toList();
        }
        assertThat(manifests).hasSizeGreaterThan(1);
        for (Path manifest : manifests) {
            Files.writeString(manifest, "garbage");
        }
    }
}
