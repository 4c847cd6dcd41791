package dev.kindred.state;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSnapshot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A snapshot of the matrix in a file: version, {@link Origin}, content ({@link MatrixSnapshot}), and a checksum of all that
 * (CRC-32C). It gets its name when it is whole and on the disk, so a process that dies leaves none that looks good.
 */
final class SnapshotFile {

    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 18;
    private static final int CHECKSUM_BYTES = Long.BYTES;

    private SnapshotFile() {}

    /**
     * The records that a snapshot covers.
     *
     * @param topicId of the topic, which another one of the same name does not have
     * @param settings of the matrix, as text
     * @param createdMs when its writing began, in epoch milliseconds
     * @param partitions by number: the first offset of the partition, and the first one that the snapshot does not have
     */
    record Origin(String topicId, String settings, long createdMs, Map<Integer, TopicReader.Range> partitions) {

        private void writeTo(DataOutputStream out) throws IOException {
            out.writeUTF(topicId);
            out.writeUTF(settings);
            out.writeLong(createdMs);
            out.writeInt(partitions.size());
            for (Map.Entry<Integer, TopicReader.Range> partition : partitions.entrySet()) {
                out.writeInt(partition.getKey());
                out.writeLong(partition.getValue().from());
                out.writeLong(partition.getValue().to());
            }
        }

        private static Origin readFrom(DataInputStream in) throws IOException {
            String topicId = in.readUTF();
            String settings = in.readUTF();
            long createdMs = in.readLong();
            Map<Integer, TopicReader.Range> partitions = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                partitions.put(in.readInt(), new TopicReader.Range(in.readLong(), in.readLong()));
            }
            return new Origin(topicId, settings, createdMs, partitions);
        }
    }

    /**
     * Writes a file.
     *
     * @param written receives the number of bytes of each part, and may wait
     */
    static void write(Path file, Origin origin, InteractionMatrix matrix, IntConsumer written) throws IOException {
        Path unfinished = file.resolveSibling("unfinished"); // one name, so that those of dead processes go
        CRC32C checksum = new CRC32C();
        try (OutputStream bytes = Files.newOutputStream(unfinished);
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(new CheckedOutputStream(bytes, checksum), BUFFER))) {
            out.writeInt(VERSION);
            origin.writeTo(out);
            MatrixSnapshot.write(matrix, out, written);
            out.flush();
            new DataOutputStream(bytes).writeLong(checksum.getValue());
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads the origin of a file.
     *
     * @throws IOException if the file is of another version, or damaged
     */
    static Origin origin(Path file) throws IOException {
        verify(file);
        try (DataInputStream in = open(file)) {
            return start(in);
        }
    }

    /**
     * Reads a good file into an empty matrix.
     *
     * @param progress receives the part that was read, at times
     */
    static void read(Path file, InteractionMatrix matrix, DoubleConsumer progress) throws IOException {
        long[] read = {0};
        double size = Files.size(file);
        try (DataInputStream in = open(file)) {
            start(in);
            MatrixSnapshot.read(matrix, in, bytes -> {
                long before = read[0];
                read[0] += bytes;
                if (before / BUFFER != read[0] / BUFFER) {
                    progress.accept(read[0] / size);
                }
            });
        }
    }

    private static Origin start(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("its version is " + version + ", and this release reads " + VERSION);
        }
        return Origin.readFrom(in);
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private static void verify(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream bytes = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(bytes, checksum)) {
            byte[] buffer = new byte[BUFFER];
            long left = Files.size(file) - CHECKSUM_BYTES;
            while (left > 0) {
                int read = checked.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
            long computed = checksum.getValue();
            if (left != 0 || new DataInputStream(bytes).readLong() != computed) {
                throw new IOException("its checksum is wrong: the file is damaged");
            }
        }
    }
}
