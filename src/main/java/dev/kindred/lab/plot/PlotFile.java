package dev.kindred.lab.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a figure is written to, as its extension says: {@code .png} is pixels, {@code .svg} shapes, and {@code
 * .html} a page of its own with the data beneath the charts. Drawing needs fonts, but no screen.
 */
public final class PlotFile {

    private static final Map<String, Format> FORMATS =
            Map.of(".png", new Png(), ".svg", new Svg(), ".html", new Html());

    private final Path path;
    private final Format format;

    private PlotFile(Path path, Format format) {
        this.path = path;
        this.format = format;
    }

    /**
     * A file that does not need to exist yet.
     *
     * @throws IllegalArgumentException if the extension is not one of those above
     */
    public static PlotFile of(Path path) {
        Format format = Optional.ofNullable(FORMATS.get(extension(path)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "cannot tell from '" + path + "' how to write a plot: let it end in .png, .svg or .html"));
        return new PlotFile(path, format);
    }

    private static String extension(Path path) {
        String name = path.toString();
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }

    /** Where the figure goes. */
    public Path path() {
        return path;
    }

    /**
     * Writes a figure, over what is there; directories are made where they are missing.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Figure figure) throws IOException {
        System.setProperty("java.awt.headless", "true"); // a server has no screen, and none is needed
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (OutputStream out = Files.newOutputStream(path)) {
            format.write(figure, out);
        }
    }
}
