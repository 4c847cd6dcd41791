package dev.kindred.config.segments;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.config.yaml.Section;
import dev.kindred.config.yaml.Yaml;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import java.nio.file.Path;
import java.util.List;

/** Reads segments from a YAML file. It refuses unknown keys and values. */
public final class SegmentFile {

    private SegmentFile() {}

    /**
     * Reads and checks all segments.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file cannot be read or is invalid; the message is
     *     one sentence that names file, line, key and cure
     */
    public static Segments read(Path file) {
        return Yaml.read(file, "config/segments.yaml", SegmentFile::parse);
    }

    /**
     * The segments of a file, read again when it changes.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file is invalid
     */
    public static ReloadableFile<Segments> reloadable(Path file) {
        return new ReloadableFile<>(file, SegmentFile::read);
    }

    /** @throws dev.kindred.config.yaml.YamlSyntaxException if it is not YAML, or not a file of segments */
    static Segments parse(String text) {
        return Yaml.read(text, SegmentFile::segments);
    }

    private static Segments segments(Section top) {
        List<Segment> segments =
                top.section("segments").map(SegmentFile::byName).orElse(List.of());
        return top.make(() -> new Segments(segments));
    }

    private static List<Segment> byName(Section byName) {
        return byName.keys().stream()
                .flatMap(name -> byName.section(name).map(section -> segment(name, section)).stream())
                .toList();
    }

    private static Segment segment(String name, Section section) {
        ProfileFilter when = section.text("when", ProfileFilter.parse(""), ProfileFilter::parse);
        return section.make(() -> new Segment(name, when));
    }
}
