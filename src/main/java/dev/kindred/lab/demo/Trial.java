package dev.kindred.lab.demo;

import dev.kindred.app.KindredApp;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.experiment.ExperimentReport;
import dev.kindred.experiment.ExperimentReport.Variant;
import dev.kindred.experiment.Metric;
import dev.kindred.model.Recommendations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The experiment of the demo: three ways to make the default list, and how the shoppers like them. */
final class Trial {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LEAST_LISTS = 40; // that a comparison of times needs

    /** The control is the built-in default list. */
    private static final String SCENARIO = """

              # The list that every event refreshes, made in three ways. Better variants get more shoppers.
              default:
                weights: {user-based: 1}
                fill-up: true
                experiment: {salt: demo, allocation: thompson, metric: ctr}
                variants:
                  popular: {percent: 33, weights: {popular: 1}}
                  content: {percent: 33, weights: {user-based: 0.7, content-based: 0.3}}
            """;

    private final Audience audience;
    private final KindredApp app;
    private final Screen screen;

    Trial(Audience audience, KindredApp app, Screen screen) {
        this.audience = audience;
        this.app = app;
        this.screen = screen;
    }

    /** Writes the examples of scenarios, with the experiment. */
    static Path writeScenarios(Path directory) throws IOException {
        String examples =
                ScenarioFile.exampleText().replace("topic: true", "topic: false"); // one list an event is enough
        return Files.writeString(directory.resolve("scenarios.yaml"), examples + SCENARIO);
    }

    private Optional<ExperimentReport> report() {
        return app.experiment(Recommendations.DEFAULT).filter(report -> lists(report) > 0);
    }

    private static long lists(ExperimentReport report) {
        return report.variants().stream()
                .mapToLong(variant -> variant.counts().lists())
                .sum();
    }

    /** One line. */
    void show() {
        report().ifPresent(report -> screen.say(
                "  clicked lists: %s%s",
                report.variants().stream().map(Trial::inShort).collect(Collectors.joining(", ")), overTime()));
    }

    private static String inShort(Variant variant) {
        return text("%s %.0f %% (%.0f %% of shoppers)", variant.name(), rate(variant), 100 * variant.share());
    }

    private static double rate(Variant variant) {
        return 100 * variant.counts().rate(Metric.CTR);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private String overTime() {
        int looks = audience.looks();
        int part = looks / 4;
        return part < LEAST_LISTS / 4
                ? ""
                : text(
                        "; all: %.0f %% at first, %.0f %% lately",
                        100 * audience.clickRate(0, part), 100 * audience.clickRate(looks - part, looks));
    }

    /** Waits until the last outcomes are counted, and explains them. */
    void summarize() throws InterruptedException {
        audience.flush();
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (report().map(Trial::lists).orElse(0L) < audience.looks() && System.nanoTime() < endNs) {
            Thread.sleep(20);
        }
        report().ifPresent(this::explain);
    }

    private void explain(ExperimentReport report) {
        int looks = audience.looks();
        List<Variant> variants = report.variants();
        screen.say(
                "%nexperiment on the default list: shoppers looked at %,d lists and clicked in %.1f %% of them",
                looks, 100 * audience.clickRate(0, looks));
        for (Variant variant : variants) {
            screen.say(
                    "  %-8s %5.1f %% of %,6d lists clicked; %2.0f %% of the shoppers have it now, %2.0f %% at first",
                    variant.name(),
                    rate(variant),
                    variant.counts().lists(),
                    100 * variant.share(),
                    100.0 / variants.size());
        }
        int part = looks / 4;
        if (part >= LEAST_LISTS / 4) {
            double first = 100 * audience.clickRate(0, part);
            double last = 100 * audience.clickRate(looks - part, looks);
            screen.say(
                    "  over time: clicks in %.1f %% of the first %,d lists, in %.1f %% of the last %,d%s",
                    first, part, last, part, last > first ? ": the lists get better" : "");
        }
        screen.say(
                "  better variants get more shoppers (Thompson sampling); see /v1/experiments and the console's Results");
    }
}
