package dev.kindred.logs;

import dev.kindred.model.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes and reads small logs. */
final class Logs {

    private Logs() {}

    static Path write(Path directory, String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return compressed.toByteArray();
    }

    static List<LogLine<Interaction>> read(Path file, LogFormat format) throws IOException {
        try (LogReader reader = LogReader.open(file, format)) {
            return reader.stream().toList();
        }
    }

    /** The event of a line that tells one. */
    static Interaction event(LogLine<Interaction> line) {
        return ((LogLine.Accepted<Interaction>) line).content();
    }

    static LogLine<Interaction> first(Path file, LogFormat format) throws IOException {
        return read(file, format).get(0);
    }
}
