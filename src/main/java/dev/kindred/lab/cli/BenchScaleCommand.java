package dev.kindred.lab.cli;

import dev.kindred.cli.OverrideOptions;
import dev.kindred.lab.bench.Dimension;
import dev.kindred.lab.bench.Scale;
import dev.kindred.lab.bench.ScaleSettings;
import dev.kindred.lab.bench.Size;
import dev.kindred.lab.plot.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures how time and memory grow with the data. */
@Command(
        name = "scale",
        description = "Measures how the time of a refresh, the speed of the matrix's writer and the memory of a cell"
                + " grow with users, items, history and audience. Runs the core alone in one thread, without a"
                + " broker. Takes ten minutes; skips sizes that do not fit into the heap.",
        footer = {
            "",
            "Exit status 1 means that no size could be measured.",
            "",
            "Examples:",
            "  kindred bench scale --plot growth.html",
            "  kindred bench scale --dimension users --largest 100000 --duration 1",
            "  kindred bench scale --dimension history,audience --set vector.step=1"
        })
final class BenchScaleCommand implements Callable<Integer> {

    @Option(
            names = "--dimension",
            split = ",",
            converter = DimensionConverter.class,
            defaultValue = "users,items,history,audience",
            description = "Dimensions to grow, one after the other. Default: ${DEFAULT-VALUE}.")
    private List<Dimension> dimensions = List.of();

    @Option(names = "--largest", description = "The greatest value of a growing dimension.")
    private int largest = Integer.MAX_VALUE;

    @Option(names = "--users", description = "Users, while another dimension grows. Default: ${DEFAULT-VALUE}.")
    private int users = 100_000;

    @Option(names = "--items", description = "Items, while another dimension grows. Default: ${DEFAULT-VALUE}.")
    private int items = 20_000;

    @Option(
            names = "--history",
            description = "Items per user vector, while another dimension grows. Default: ${DEFAULT-VALUE}.")
    private int history = 50;

    @Option(
            names = "--audience",
            description = "Users per item that the search considers, while another dimension grows. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int audience = 100;

    @Option(
            names = "--duration",
            description = "Seconds of each of the three measurements per size: cells, update, from scratch. The first"
                    + " third is warm-up. Default: ${DEFAULT-VALUE}.")
    private double durationS = 3;

    @Option(names = "--patience", description = "Timeout for filling a matrix, in seconds. Default: ${DEFAULT-VALUE}.")
    private long patienceS = 180;

    @Mixin
    private PlotOption plot = new PlotOption();

    @Mixin
    private OverrideOptions options = new OverrideOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ScaleSettings settings = new ScaleSettings(
                dimensions,
                base(),
                largest,
                Duration.ofMillis((long) (durationS * 1000)),
                Duration.ofSeconds(patienceS),
                options.settings());
        Optional<Figure> figure = new Scale(
                        settings,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
        if (figure.isPresent()) {
            plot.draw(figure.get());
        }
        return figure.isPresent() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Size base() {
        if (users < 1 || items < 1 || history < 1 || audience < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--users, --items, --history and --audience must be positive");
        }
        Size base = new Size(users, items, history, audience);
        if (!base.isPossible()) {
            throw new ParameterException(spec.commandLine(), "--items must be at least twice the --history");
        }
        return base;
    }

    private static final class DimensionConverter implements ITypeConverter<Dimension> {

        @Override
        public Dimension convert(String name) {
            try {
                return Dimension.named(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
