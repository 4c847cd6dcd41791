package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, the class and the scrape agree. */
final class MetricsPageTest {

    private static final Path PAGE = Path.of("src", "METRICS.md");

    private static String row(Scrape scrape, MeterName meter) {
        String family = scrape.familyOf(meter.meaning());
        String labels = meter.labels().isEmpty() ? "" : "`" + String.join("`, `", meter.labels()) + "`";
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(family, scrape.type(family), meter.unit(), labels, meter.meaning())
                .replace("|  |", "| |");
    }

    @Test
    void hasARowForEveryMeterAsItIsScraped(@TempDir Path directory) throws IOException {
        try (Instance instance = Instance.withEmptyMatrix(directory).measured()) {
            Scrape scrape = instance.scrape();

            Stream<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `kindred_"));

            assertThat(rows)
                    .containsExactlyElementsOf(Stream.of(MeterName.values())
                            .map(meter -> row(scrape, meter))
                            .toList());
        }
    }

    @Test
    void namesTheLabelsThatAreScraped(@TempDir Path directory) {
        try (Instance instance = Instance.withEmptyMatrix(directory).measured()) {
            Scrape scrape = instance.scrape();

            for (MeterName meter : MeterName.values()) {
                assertThat(scrape.labelsOf(scrape.familyOf(meter.meaning()))).isEqualTo(Set.copyOf(meter.labels()));
            }
        }
    }
}
