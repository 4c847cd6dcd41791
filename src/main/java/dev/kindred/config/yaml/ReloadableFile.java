package dev.kindred.config.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says that somebody may edit: read anew when the file has changed. A file that is wrong changes nothing but the
 * log, once; so a slip in an editor takes nothing off a page.
 *
 * <p>Safe for many threads. No thread watches the file: those who use what it says look at it, one at a time, and not more
 * often than every two seconds.
 */
public class ReloadableFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadableFile.class);

    private static final long PAUSE_NS = Duration.ofSeconds(2).toNanos();

    private final Path file;
    private final Function<Path, T> reader;
    private volatile T current;
    private Optional<Version> seen; // guarded by this; empty if there was no file
    private final LongSupplier nanoTime;
    private final AtomicLong lookedNs;

    /** What tells one version of the file from another. */
    private record Version(FileTime modified, long bytes) {}

    /**
     * Reads the file.
     *
     * @param reader throws {@link ConfigException} if the file is wrong
     * @throws ConfigException if it is wrong: only a change may be, not what a process starts with
     */
    protected ReloadableFile(Path file, Function<Path, T> reader) {
        this(file, reader, System::nanoTime);
    }

    ReloadableFile(Path file, Function<Path, T> reader, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lookedNs = new AtomicLong(nanoTime.getAsLong());
        this.file = file;
        this.reader = reader;
        this.seen = version(file); // before reading, so that what changes meanwhile is read again
        this.current = reader.apply(file);
    }

    /** What the file says, as of a few seconds ago at most. */
    public final T latest() {
        long nowNs = nanoTime.getAsLong();
        long before = lookedNs.get();
        if (nowNs - before > PAUSE_NS && lookedNs.compareAndSet(before, nowNs)) {
            refresh();
        }
        return current;
    }

    /** What the file said when it was last read; costs nothing. */
    public final T current() {
        return current;
    }

    /**
     * Reads the file again if it is not the one read last. Costs a look at its attributes.
     *
     * @return whether it says something else now
     */
    public final synchronized boolean refresh() {
        Optional<Version> now = version(file);
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            current = reader.apply(file);
            LOG.info("{} was read again: {}", file, current);
            return true;
        } catch (ConfigException e) {
            LOG.warn("All stays as it was: {}", e.getMessage());
            return false;
        }
    }

    private static Optional<Version> version(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Version(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            return Optional.empty(); // reading tells why
        }
    }
}
