package dev.kindred.lab.offpolicy;

import dev.kindred.logs.Compression;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads logs of choices. Files may be compressed with gzip. */
public final class ChoiceLogs {

    /** How a log is written. */
    public enum Format {
        /** The first line decides. */
        AUTO,
        /** The Open Bandit Dataset: {@link OpenBanditFile}. */
        OPEN_BANDIT,
        /** Our own lists: {@link ListFile}. */
        LISTS;

        /** The name on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The format with a name.
         *
         * @throws IllegalArgumentException if no format has this name; the message lists all
         */
        public static Format named(String label) {
            return Stream.of(values())
                    .filter(format -> format.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("logs of choices are "
                            + Stream.of(values()).map(Format::label).collect(Collectors.joining(", ")) + ", got "
                            + label));
        }
    }

    private ChoiceLogs() {}

    /**
     * Reads a file, or all files of a directory and those below it that are such logs. The logs of a directory have the same
     * actions.
     *
     * @throws IOException if a file cannot be read, a line is wrong, or there is no log; the message says where, and what to do
     */
    public static List<ChoiceLog> read(Path path, Format format) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(readFile(path, path.resolveSibling(""), format));
        }
        List<ChoiceLog> logs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (isLog(file, format)) {
                    logs.add(readFile(file, path, format));
                }
            }
        }
        if (logs.isEmpty()) {
            throw new FileNotFoundException(
                    "no file in it is a log of choices: a log of open-bandit is a table with the columns "
                            + String.join(", ", OpenBanditFile.COLUMNS)
                            + ", one of lists has a JSON object in each line");
        }
        NavigableSet<String> actions = new TreeSet<>();
        logs.forEach(log -> actions.addAll(log.actions()));
        return logs.stream().map(log -> log.among(actions)).toList();
    }

    /** Tables of items lie beside logs; a log without propensities is a log, with an error when it is read. */
    private static boolean isLog(Path file, Format format) throws IOException {
        String first = firstLine(file);
        return switch (format) {
            case OPEN_BANDIT -> OpenBanditFile.isTable(first);
            case LISTS -> first.startsWith("{");
            case AUTO -> OpenBanditFile.isTable(first) || first.startsWith("{");
        };
    }

    private static ChoiceLog readFile(Path file, Path root, Format format) throws IOException {
        boolean isLists = format == Format.LISTS
                || (format == Format.AUTO && firstLine(file).startsWith("{"));
        String name = root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
        try (BufferedReader reader = open(file)) {
            ChoiceLog log = isLists ? ListFile.read(name, reader) : OpenBanditFile.read(name, reader);
            if (log.choices().size() < 2) {
                throw new IOException(name + " has fewer than two choices");
            }
            return log;
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Compression.decompressed(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
