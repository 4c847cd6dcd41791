package dev.kindred.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds the commands of the laboratory. In the packaged program their jars lie in the folder {@code lab} beside the
 * program's jar, and only these commands load them; a deployment that runs the stream can leave the folder out.
 */
final class LabCommands {

    private static final Path FOLDER = Path.of("lab");

    private LabCommands() {}

    /** The commands; none if the laboratory is not installed. */
    static List<Object> load() {
        ClassLoader loader = loader(jars());
        // Kafka's broker finds its classes by name through the context class loader.
        Thread.currentThread().setContextClassLoader(loader);
        return ServiceLoader.load(CommandSource.class, loader).stream()
                .flatMap(source -> source.get().commands().stream())
                .toList();
    }

    private static ClassLoader loader(List<URL> jars) {
        ClassLoader own = Main.class.getClassLoader();
        return jars.isEmpty() ? own : new URLClassLoader("lab", jars.toArray(URL[]::new), own);
    }

    private static List<URL> jars() {
        CodeSource source = Main.class.getProtectionDomain().getCodeSource();
        Path folder = Path.of(source.getLocation().getPath()).resolveSibling(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(LabCommands::url).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
