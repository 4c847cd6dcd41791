package dev.kindred.lab.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.lab.evaluation.EvaluationReport;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.contenders.WeightHistory;
import dev.kindred.lab.evaluation.metrics.Accuracy;

/** An evaluation as one JSON object: its first run, with all runs under {@code runs} if there are several. */
record EvaluationJson(EvaluationReport report) {

    private static final int LEARNED_POINTS = 20;

    ObjectNode toJson() {
        ObjectNode json = toJson(report.runs().get(0));
        if (report.runs().size() > 1) {
            var runs = json.putArray("runs");
            report.runs().forEach(run -> runs.add(toJson(run)));
        }
        return json;
    }

    private ObjectNode toJson(RunReport run) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("protocol", report.protocol())
                .put("strategy", run.variant().strategy());
        ObjectNode settings = json.putObject("settings");
        run.variant().settings().forEach(settings::put);
        json.put("k", report.k())
                .put("exclude", report.exclusions())
                .put("train_events", report.trainingEvents())
                .put("test_events", report.testEvents());
        addAccuracy(json, run.accuracy());
        addBeyondAccuracy(json, run.beyondAccuracy());
        addCost(json, run.cost());
        addIntervals(json, run);
        addSlices(json, run);
        addLearned(json, run.learnedWeights());
        var hitRates = json.putArray("hr_by_k");
        run.hitRates().forEach(hitRates::add);
        return json;
    }

    private void addAccuracy(ObjectNode json, Accuracy accuracy) {
        json.put("predictions", accuracy.predictions());
        accuracy.means().forEach((metric, mean) -> json.put(atK(metric), mean));
    }

    private String atK(String metric) {
        return metric + "@" + report.k();
    }

    private static void addBeyondAccuracy(ObjectNode json, RunReport.BeyondAccuracy beyondAccuracy) {
        json.put("users", beyondAccuracy.users())
                .put("items", beyondAccuracy.items())
                .put("coverage", beyondAccuracy.coverage())
                .put("gini", beyondAccuracy.gini())
                .put("novelty", beyondAccuracy.novelty());
        beyondAccuracy.diversity().ifPresent(diversity -> json.put("diversity", diversity));
    }

    private static void addCost(ObjectNode json, RunReport.Cost cost) {
        json.put("p50_us", cost.p50Us())
                .put("p99_us", cost.p99Us())
                .put("learn_events_per_s", Math.round(cost.learnEventsPerSecond()))
                .put("peak_memory_mb", Math.round(cost.peakMemoryMb()));
    }

    private void addIntervals(ObjectNode json, RunReport run) {
        ObjectNode intervals = json.putObject("intervals");
        run.intervals()
                .forEach((metric, interval) -> intervals
                        .putObject(atK(metric))
                        .put("low", interval.low())
                        .put("high", interval.high()));
    }

    private static void addLearned(ObjectNode json, WeightHistory learned) {
        if (learned.points().isEmpty()) {
            return;
        }
        ObjectNode weights = json.putObject("learned_weights")
                .put("within_0.05_after_events", learned.settledAfter(0.05))
                .put("within_0.01_after_events", learned.settledAfter(0.01));
        var history = weights.putArray("history");
        for (WeightHistory.Point point : learned.some(LEARNED_POINTS)) {
            ObjectNode after = history.addObject().put("events", point.events());
            point.weights().forEach((users, byStrategy) -> {
                ObjectNode named = after.putObject(users);
                byStrategy.forEach((strategy, weight) ->
                        named.put(StrategyConverter.spelling(strategy), Math.round(weight * 1000) / 1000.0));
            });
        }
    }

    private void addSlices(ObjectNode json, RunReport run) {
        ObjectNode slices = json.putObject("slices");
        run.slices().forEach((name, accuracy) -> addAccuracy(slices.putObject(name), accuracy));
    }
}
