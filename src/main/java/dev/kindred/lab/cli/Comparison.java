package dev.kindred.lab.cli;

import dev.kindred.cli.ProgressLine;
import dev.kindred.lab.evaluation.Evaluation;
import dev.kindred.lab.evaluation.PredictionLog;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.Variant;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.contenders.ModelSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one variant after the other, with a progress bar. */
final class Comparison {

    private final Evaluation evaluation;
    private final Map<Variant, ModelSettings> variants;
    private final PrintWriter err;

    Comparison(Evaluation evaluation, Map<Variant, ModelSettings> variants, PrintWriter err) {
        this.evaluation = evaluation;
        this.variants = variants;
        this.err = err;
    }

    /** The reports, in the order of the variants. */
    List<RunReport> run(PredictionLog predictions) {
        List<RunReport> runs = new ArrayList<>();
        variants.forEach((variant, model) -> runs.add(run(runs.size() + 1, variant, model, predictions)));
        return runs;
    }

    private RunReport run(int number, Variant variant, ModelSettings model, PredictionLog predictions) {
        String title = number + "/" + variants.size() + " " + variant.strategy();
        try (ProgressLine progress = new ProgressLine(err, title, evaluation.steps())) {
            return evaluation.run(
                    variant, Contenders.create(variant.strategy(), model), progress::step, predictions.of(variant));
        }
    }
}
