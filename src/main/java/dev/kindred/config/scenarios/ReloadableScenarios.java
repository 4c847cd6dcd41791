package dev.kindred.config.scenarios;

import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios of a file that somebody may edit: read anew when the file has changed. A file that is wrong changes nothing
 * but the log, once; so a slip in an editor takes no list off the page.
 *
 * <p>Safe for many threads. No thread watches the file: whoever uses the scenarios asks now and then.
 */
public final class ReloadableScenarios {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadableScenarios.class);

    private final Path file;
    private volatile Scenarios current;
    private Optional<Version> seen; // guarded by this; empty if there was no file

    /** What tells one version of the file from another. */
    private record Version(FileTime modified, long bytes) {}

    /**
     * Reads the file.
     *
     * @throws ConfigException if it is wrong: only a change may be, not what a process starts with
     */
    public ReloadableScenarios(Path file) {
        this.file = file;
        this.seen = version(); // before reading, so that what changes meanwhile is read again
        this.current = ScenarioFile.read(file);
    }

    /** The scenarios as last read; costs nothing. */
    public Scenarios current() {
        return current;
    }

    /**
     * Reads the file again if it is not the one read last. Costs a look at its attributes.
     *
     * @return whether there are other scenarios now
     */
    public synchronized boolean refresh() {
        Optional<Version> now = version();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            current = ScenarioFile.read(file);
            LOG.info("Scenarios are now {}, from {}", current.names(), file);
            return true;
        } catch (ConfigException e) {
            LOG.warn("Scenarios stay as they were: {}", e.getMessage());
            return false;
        }
    }

    private Optional<Version> version() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Version(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            return Optional.empty(); // reading tells why
        }
    }
}
