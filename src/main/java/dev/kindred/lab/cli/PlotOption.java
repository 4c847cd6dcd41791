package dev.kindred.lab.cli;

import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that can draw their figures, as a mixin. Another ending than .html fails before the command runs. */
final class PlotOption {

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            converter = Converter.class,
            description = "Also draws the figures: an HTML page with charts and the data below.")
    private Optional<Path> file = Optional.empty();

    /** Draws the figure if the option is set. */
    void draw(Figure figure) throws IOException {
        if (file.isPresent()) {
            Page.write(figure, file.get());
        }
    }

    private static final class Converter implements ITypeConverter<Path> {

        @Override
        public Path convert(String name) {
            if (!name.toLowerCase(Locale.ROOT).endsWith(".html")) {
                throw new TypeConversionException("a plot is an HTML page: let '" + name + "' end in .html");
            }
            return Path.of(name);
        }
    }
}
