package dev.kindred.lab.cli;

import dev.kindred.cli.ProgressLine;
import dev.kindred.lab.evaluation.Evaluation;
import dev.kindred.lab.evaluation.PredictionLog;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.Variant;
import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.contenders.WeightHistory;
import dev.kindred.model.Strategy;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs one variant after the other, with a progress bar. */
record Comparison(Evaluation evaluation, Map<Variant, ContenderSettings> variants, PrintWriter err) {

    /** The reports, in the order of the variants. */
    List<RunReport> run(PredictionLog predictions) {
        List<RunReport> runs = new ArrayList<>();
        variants.forEach((variant, model) -> runs.add(run(runs.size() + 1, variant, model, predictions)));
        return runs;
    }

    private RunReport run(int number, Variant variant, ContenderSettings model, PredictionLog predictions) {
        Contender contender = Contenders.create(variant.strategy(), model);
        RunReport report = run(number, variant, contender, predictions);
        tell(report.learnedWeights());
        err.flush();
        return report;
    }

    private void tell(WeightHistory learned) {
        if (!learned.points().isEmpty()) {
            learned.points()
                    .get(learned.points().size() - 1)
                    .weights()
                    .forEach((users, weights) -> err.println("learned weights " + users + ": " + words(weights)));
            err.printf(
                    "learned weights are within 0.05 of these after %d events, within 0.01 after %d%n",
                    learned.settledAfter(0.05), learned.settledAfter(0.01));
        }
    }

    private static String words(Map<Strategy, Double> weights) {
        return weights.entrySet().stream()
                .map(weight -> String.format(
                        Locale.ROOT, "%s=%.2f", StrategyConverter.spelling(weight.getKey()), weight.getValue()))
                .collect(Collectors.joining(","));
    }

    private RunReport run(int number, Variant variant, Contender contender, PredictionLog predictions) {
        String title = number + "/" + variants.size() + " " + variant.strategy();
        try (ProgressLine progress = new ProgressLine(err, title, evaluation.steps())) {
            return evaluation.run(variant, contender, progress::step, predictions.of(variant));
        }
    }
}
