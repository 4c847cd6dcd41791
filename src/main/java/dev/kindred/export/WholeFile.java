package dev.kindred.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * A file of lines in UTF-8 that gets its name when it is complete; until then it has a temporary name beside it that
 * ends in {@code .part}. If the file system supports it, only the owner may read it. A name that ends in {@code .gz}
 * selects gzip.
 */
public final class WholeFile implements Lines {

    private final Path target;
    private final boolean replace;
    private final Path part;
    private final Writer writer;

    private WholeFile(Path target, boolean replace, Path part, Writer writer) {
        this.target = target;
        this.replace = replace;
        this.part = part;
        this.writer = writer;
    }

    /**
     * Begins a file.
     *
     * @param replace whether to replace an existing file at the end
     * @throws FileAlreadyExistsException if a file exists and {@code replace} is false
     * @throws IOException if the file cannot be written
     */
    public static WholeFile create(Path target, boolean replace) throws IOException {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute)) {
            checkMayGo(absolute, replace);
        }
        Path part = Files.createTempFile(
                Objects.requireNonNull(absolute.getParent(), "no directory"),
                Objects.requireNonNull(absolute.getFileName(), "no name") + ".",
                ".part");
        try {
            return new WholeFile(
                    absolute, replace, part, writer(part, target.toString().endsWith(".gz")));
        } catch (IOException e) {
            Files.delete(part);
            throw e;
        }
    }

    private static void checkMayGo(Path there, boolean replace) throws IOException {
        if (!Files.isRegularFile(there)) {
            throw new FileSystemException(there.toString(), null, "it exists and is not a regular file");
        }
        if (!replace) {
            throw new FileAlreadyExistsException(there.toString());
        }
    }

    private static Writer writer(Path part, boolean compressed) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part));
        return new OutputStreamWriter(compressed ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void add(String line) throws IOException {
        writer.write(line);
        writer.write('\n');
    }

    @Override
    public void complete() throws IOException {
        writer.close();
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true); // else a power failure might leave the name without the lines
        }
        if (replace) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(part, target);
        }
    }

    /** Deletes the file if it is not complete. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(part); // a complete file has another name
        }
    }
}
