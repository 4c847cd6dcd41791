package dev.kindred.config.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content of a file that is read again when the file changes. If the changed file has a mistake, the former content stays
 * in use and one warning is logged.
 *
 * <p>Thread safe. No thread watches the file: the callers of {@link #latest} check its attributes, one caller at a time, at
 * most every two seconds.
 */
public class ReloadableFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadableFile.class);

    private static final long PAUSE_NS = Duration.ofSeconds(2).toNanos();

    private final Path file;
    private final Function<Path, T> reader;
    private volatile T current;
    private Optional<Version> seen; // guarded by this; empty if there was no file
    private volatile Reading reading;
    private final LongSupplier nanoTime;
    private final AtomicLong lookedNs;

    /**
     * The last reading of a file.
     *
     * @param loaded when the content in use was read
     * @param error the sentence that says why the present file is not in use; empty if it is
     */
    public record Reading(Path file, Instant loaded, Optional<String> error) {}

    /** The attributes that identify a version of the file. */
    private record Version(FileTime modified, long bytes) {}

    /**
     * Reads the file.
     *
     * @param reader throws {@link ConfigException} if the file is wrong
     * @throws ConfigException if the file is wrong; only later versions may be
     */
    public ReloadableFile(Path file, Function<Path, T> reader) {
        this(file, reader, System::nanoTime);
    }

    ReloadableFile(Path file, Function<Path, T> reader, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lookedNs = new AtomicLong(nanoTime.getAsLong());
        this.file = file;
        this.reader = reader;
        this.seen = version(file); // before reading, so that a change during reading is read again
        this.current = reader.apply(file);
        this.reading = new Reading(file, Instant.now(), Optional.empty());
    }

    /** The content of the file, at most a few seconds old. */
    public final T latest() {
        long nowNs = nanoTime.getAsLong();
        long before = lookedNs.get();
        if (nowNs - before > PAUSE_NS && lookedNs.compareAndSet(before, nowNs)) {
            refresh();
        }
        return current;
    }

    /** The content from the last reading, without a check of the file. */
    public final T current() {
        return current;
    }

    /** The last reading, without a check of the file. */
    public final Reading reading() {
        return reading;
    }

    /**
     * Reads the file again if its attributes have changed.
     *
     * @return whether the content was replaced
     */
    public final synchronized boolean refresh() {
        Optional<Version> now = version(file);
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            current = reader.apply(file);
            reading = new Reading(file, Instant.now(), Optional.empty());
            LOG.info("{} was read again: {}", file, current);
            return true;
        } catch (ConfigException e) {
            reading = new Reading(file, reading.loaded(), Optional.of(String.valueOf(e.getMessage())));
            LOG.warn("Kindred keeps the former content: {}", e.getMessage());
            return false;
        }
    }

    private static Optional<Version> version(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Version(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            return Optional.empty(); // reading the file reports the cause
        }
    }
}
