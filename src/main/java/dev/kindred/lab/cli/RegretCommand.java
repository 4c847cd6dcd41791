package dev.kindred.lab.cli;

import dev.kindred.cli.ConfigOptions;
import dev.kindred.cli.ProgressLine;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.plot.Axis;
import dev.kindred.lab.plot.Chart;
import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Series;
import dev.kindred.lab.plot.Series.Point;
import dev.kindred.lab.regret.Allocator;
import dev.kindred.lab.regret.RegretReport;
import dev.kindred.lab.regret.RegretReport.Mean;
import dev.kindred.lab.regret.RegretSettings;
import dev.kindred.lab.simulation.SimulationSettings;
import dev.kindred.scenario.DefaultWeights;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what an experiment costs. */
@Command(
        name = "regret",
        description =
                "Runs an experiment in a simulated shop, with a fixed split, epsilon-greedy and Thompson sampling, and"
                        + " prints how many clicks each misses compared with the best variant.",
        footer = {
            "",
            "Examples:",
            "  kindred regret",
            "  kindred regret --variants popular,item-based,blend --runs 10 --plot regret.html"
        })
final class RegretCommand implements Callable<Integer> {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z"); // the same figures on every day
    private static final int LIST = 20;

    @Option(
            names = "--variants",
            split = ",",
            description = "Two or more strategies of evaluate, the control first. Default: ${DEFAULT-VALUE}.")
    private List<String> variants = List.of("popular", "user-based", "item-based");

    @Option(names = "--looks", description = "Lists that shoppers look at in a run. Default: ${DEFAULT-VALUE}.")
    private int looks = 5000;

    @Option(names = "--runs", description = "Repetitions, each in another shop. Default: ${DEFAULT-VALUE}.")
    private int runs = 5;

    @Option(names = "--events", description = "Events before the experiment. Default: ${DEFAULT-VALUE}.")
    private int events = 10_000;

    @Option(names = "--users", description = "Shoppers. Default: ${DEFAULT-VALUE}.")
    private int users = 2000;

    @Option(names = "--items", description = "Items. Default: ${DEFAULT-VALUE}.")
    private int items = 1000;

    @Option(names = "--seed", description = "The same seed gives the same figures. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private PlotOption plot = new PlotOption();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        RegretReport report = measure(settings());
        print(report, spec.commandLine().getOut());
        plot.draw(figure(report));
        return ExitCode.OK;
    }

    private RegretSettings settings() {
        try {
            variants.forEach(Contenders::requireKnown);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--variants: " + e.getMessage());
        }
        if (new LinkedHashSet<>(variants).size() < Math.max(2, variants.size())) {
            throw new ParameterException(spec.commandLine(), "--variants must be two or more different strategies");
        }
        if (Stream.of(looks, runs, users, items).anyMatch(size -> size < 1) || events < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--looks, --runs, --users and --items must be positive, --events not negative");
        }
        return new RegretSettings(
                new SimulationSettings(users, items, seed, START),
                variants,
                (name, catalog) -> Contenders.create(
                        name,
                        new ModelOptions(options, LIST, Optional.empty(), catalog, DefaultWeights.BLEND)
                                .with(Map.of())),
                events,
                looks,
                runs);
    }

    private RegretReport measure(RegretSettings settings) {
        int steps = settings.runs() * Allocator.values().length;
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), "runs", steps)) {
            return RegretReport.measure(settings, progress::step);
        }
    }

    private void print(RegretReport report, PrintWriter out) {
        out.println(text(
                "%,d looks in each of %,d simulated shops of %,d shoppers and %,d items (seeds from %d); means with 95 %% intervals",
                looks, runs, users, items, seed));
        for (int variant = 0; variant < variants.size(); variant++) {
            out.println(text(
                    "variant %-16s clicks in %s %% of its lists",
                    variants.get(variant), percent(report.rate(Allocator.FIXED, variant))));
        }
        out.println();
        out.println(text("%-16s  %-16s  %-16s  %-16s", "", "missed clicks", "clicked lists %", "best variant %"));
        for (Allocator allocator : Allocator.values()) {
            out.println(text(
                            "%-16s  %-16s  %-16s  %-16s",
                            allocator.title(),
                            plain(report.regret(allocator), 1),
                            percent(report.clickRate(allocator)),
                            percent(report.shareOfBest(allocator)))
                    .stripTrailing());
        }
        out.flush();
    }

    private static String percent(Mean fraction) {
        return plain(fraction, 100);
    }

    private static String plain(Mean mean, double factor) {
        return text("%.1f ± %.1f", factor * mean.value(), factor * mean.halfWidth());
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static Figure figure(RegretReport report) {
        List<Series> curves = new ArrayList<>();
        for (Allocator allocator : Allocator.values()) {
            curves.add(new Series(
                    allocator.title(),
                    report.points().stream()
                            .map(looks -> point(looks, report.regret(allocator, looks)))
                            .toList()));
        }
        return new Figure(
                "Regret of an experiment in a simulated shop",
                List.of(Chart.ofLines(
                        "Clicks missed compared with the best variant, with 95 % intervals",
                        Axis.fromZero("lists looked at"), Axis.linear("missed clicks"), curves)));
    }

    private static Point point(int looks, Mean regret) {
        return new Point(looks, regret.value(), regret.halfWidth());
    }
}
