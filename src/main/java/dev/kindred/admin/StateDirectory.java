package dev.kindred.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes local stores. */
public final class StateDirectory {

    private StateDirectory() {}

    /**
     * Deletes a directory and all in it, the deepest first; links are removed, not followed.
     *
     * @throws AdminException if a file cannot be deleted
     */
    public static void delete(Path directory) {
        try {
            for (Path path : deepestFirst(directory)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new AdminException("cannot delete " + e.getMessage() + ": check who owns it, then try again", e);
        }
    }

    private static List<Path> deepestFirst(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
