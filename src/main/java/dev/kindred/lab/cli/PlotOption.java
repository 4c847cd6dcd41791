package dev.kindred.lab.cli;

import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.PlotFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that can draw their figures, as a mixin. A name that nothing can be written to fails at once. */
final class PlotOption {

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            converter = Converter.class,
            description = "Also draws the figures: .png, .svg, or .html with the data beneath.")
    private Optional<PlotFile> file = Optional.empty();

    /** Draws, if that was asked for. */
    void draw(Figure figure) throws IOException {
        if (file.isPresent()) {
            file.get().write(figure);
        }
    }

    private static final class Converter implements ITypeConverter<PlotFile> {

        @Override
        public PlotFile convert(String name) {
            try {
                return PlotFile.of(Path.of(name));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
