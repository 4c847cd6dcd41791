package dev.kindred.config.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentFileTest {

    @TempDir
    Path directory;

    @Test
    void shipsExamplesThatLoad() {
        assertThat(SegmentFile.read(Path.of("config", "segments.yaml")).names())
                .containsExactly("win-back", "bargain-hunters", "best-customers", "kitchen-lovers");
    }

    @Test
    void readsSegmentsInTheirOrder() {
        assertThat(SegmentFile.parse("segments: {z: {when: events >= 10}, a: {when: items < 3}}")
                        .all())
                .containsExactly(
                        new Segment("z", ProfileFilter.parse("events >= 10")),
                        new Segment("a", ProfileFilter.parse("items < 3")));
    }

    @Test
    void mayHaveNone() {
        assertThat(SegmentFile.parse("segments: {}").all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vip: | VIP: | 2 | segments.VIP: name must be lower-case letters, digits and hyphens, at most 64, got VIP",
                "when: | who: | 3 | segments.vip.who: there is no such key; did you mean when?",
                "when: events >= 10 | {} | 2 | segments.vip: when must be a filter of users, for example events"
                        + " >= 10",
                "events >= 10 | ' ' | 3 | segments.vip.when: when must be a filter of users, for example events"
                        + " >= 10",
                "events >= 10 | evnets >= 10 | 3 | segments.vip.when: at character 1: there is no evnets; did you mean"
                        + " events?",
                "events >= 10 | 10 | 3 | segments.vip.when: expected a text, got 10",
                "segments: | segment: | 1 | segment: there is no such key; did you mean segments?",
            })
    void namesFileLineKeyAndCure(String right, String wrong, int line, String problem) throws IOException {
        Path file = directory.resolve("segments.yaml");
        Files.writeString(file, "segments:\n  vip:\n    when: events >= 10\n".replace(right, wrong));

        assertThatThrownBy(() -> SegmentFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ", line " + line + ", " + problem);
    }

    @Test
    void reportsAMissingFile() {
        Path missing = directory.resolve("missing.yaml");

        assertThatThrownBy(() -> SegmentFile.read(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessage(missing + " does not exist; config/segments.yaml is an example");
    }

    @Test
    void followsAFileThatIsEdited() throws IOException {
        Path file = directory.resolve("segments.yaml");
        Files.writeString(file, "segments: {one: {when: events > 1}}");
        ReloadableFile<Segments> segments = SegmentFile.reloadable(file);

        Files.writeString(file, "segments: {two: {when: events > 1}}");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));

        assertThat(segments.refresh()).isTrue();
        assertThat(segments.current().names()).containsExactly("two");
    }
}
