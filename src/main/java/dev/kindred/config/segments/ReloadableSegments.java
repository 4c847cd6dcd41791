package dev.kindred.config.segments;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.profile.Segments;
import java.nio.file.Path;

/** The segments of a file that somebody may edit. */
public final class ReloadableSegments extends ReloadableFile<Segments> {

    /**
     * Reads the file.
     *
     * @throws org.apache.kafka.common.config.ConfigException if it is wrong
     */
    public ReloadableSegments(Path file) {
        super(file, SegmentFile::read);
    }
}
