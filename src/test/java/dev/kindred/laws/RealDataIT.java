package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.app.KindredApp;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.logs.LogFormat;
import dev.kindred.model.Interaction;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import dev.kindred.replay.ReplayReport;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law: nothing of a real log is lost, nothing is answered twice. Public data sets, where somebody has put them: in the directory
 * of the system property {@code kindred.data}, or beside the project. The system property {@code kindred.data.lines} tells how
 * much of each is replayed.
 */
@Timeout(600)
@ExtendWith(SharedKafka.class)
final class RealDataIT {

    private static final Path DATA = Path.of(System.getProperty("kindred.data", "../shared/data"));
    private static final long LINES = Long.getLong("kindred.data.lines", 15_000);

    @ParameterizedTest
    @ValueSource(strings = {"taobao-100k/UserBehavior.csv.gz", "ml-100k/ratings.csv.gz"})
    void isAnsweredLineByLine(String name, EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "the data set is not here");
        Deployment deployment = new Deployment(kafka, directory, Map.of());
        try (KindredApp app = deployment.start("only");
                TopicTail<?, ?> lists = deployment.lists();
                TopicTail<?, ?> deadLetters = deployment.deadLetters()) {
            Deployment.awaitRunning(app);

            long startNs = System.nanoTime();
            ReplayReport report = replay(file, deployment);
            lists.awaitCount((int) report.sent(), Duration.ofMinutes(9));
            System.out.printf(
                    "%s: %d events answered in %.1f s%n", name, report.sent(), (System.nanoTime() - startNs) / 1e9);

            assertThat(report.rejected()).isZero();
            assertThat(report.sent()).isPositive().isLessThanOrEqualTo(LINES);
            assertThat(lists.readToEnd().records()).hasSize((int) report.sent());
            assertThat(deadLetters.readToEnd().records()).isEmpty();
        }
    }

    private static ReplayReport replay(Path file, Deployment deployment) throws Exception {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(deployment.config(), Feed.EVENTS)) {
            TransferSettings settings = new TransferSettings(file, 0, LINES, Optional.empty());
            return Transfer.ofEvents(settings, LogFormat.AUTO, producer, Pace.unlimited())
                    .run((bytes, of) -> {});
        }
    }
}
