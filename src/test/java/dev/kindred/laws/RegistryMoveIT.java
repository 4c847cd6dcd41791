package dev.kindred.laws;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.serde.FakeRegistry;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Law: a registry that comes later takes nothing from a shop, although it counts from 1 as bundled ids do. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class RegistryMoveIT {

    @Test
    void keepsTheModel(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        try (FakeRegistry registry = new FakeRegistry(1)) {
            RegistryMove.check(new Deployment(kafka, directory, Map.of("topics.partitions", "2")), registry.url());
        }
    }
}
