package dev.kindred.lab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.lab.offpolicy.ChoiceLog;
import dev.kindred.lab.offpolicy.Estimate;
import dev.kindred.lab.offpolicy.OffPolicy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The estimated rewards of policies on one log.
 *
 * @param test the part of the log after the training
 * @param uniform the uniform policy on the whole log, which needs no training
 * @param tested policies on the test part
 */
record OffPolicyReport(ChoiceLog log, ChoiceLog test, OffPolicy uniform, List<OffPolicy> tested) {

    private static final String ROW = "%-16s  %-28s  %-28s  %-28s  %-28s  %10s%n";

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d choices among %,d actions earned %.6f each; %,d of the test earned %.6f%n",
                log.name(),
                log.choices().size(),
                log.actions().size(),
                log.meanReward(),
                test.choices().size(),
                test.meanReward());
        out.printf(
                ROW, "all choices", "replay", "inverse propensity", "self-normalized", "doubly robust", "effective n");
        print(uniform, out);
        out.printf(ROW, "test", "", "", "", "", "");
        tested.forEach(policy -> print(policy, out));
        out.println();
    }

    private static void print(OffPolicy policy, PrintWriter out) {
        out.printf(
                ROW,
                policy.policy(),
                policy.replay().map(OffPolicyReport::text).orElse("-"),
                text(policy.inversePropensity()),
                policy.selfNormalized().map(OffPolicyReport::text).orElse("-"),
                text(policy.doublyRobust()),
                String.format(Locale.ROOT, "%,.1f", policy.effectiveSampleSize()));
        if (policy.unsupported() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %.1f %% of its choices are actions that the log never has: nothing is known of them%n",
                    100 * policy.unsupported());
        }
    }

    private static String text(Estimate estimate) {
        return String.format(Locale.ROOT, "%.6f [%.6f, %.6f]", estimate.value(), estimate.low(), estimate.high());
    }

    static ObjectNode toJson(List<OffPolicyReport> reports) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("protocol", OffPolicyOptions.PROTOCOL);
        ArrayNode logs = json.putArray("logs");
        reports.forEach(report -> logs.add(report.toJson()));
        return json;
    }

    private ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("log", log.name())
                .put("actions", log.actions().size())
                .put("choices", log.choices().size())
                .put("reward", log.meanReward())
                .put("test_choices", test.choices().size())
                .put("test_reward", test.meanReward());
        json.putArray("all").add(toJson(uniform));
        ArrayNode test = json.putArray("test");
        tested.forEach(policy -> test.add(toJson(policy)));
        return json;
    }

    private static ObjectNode toJson(OffPolicy policy) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", policy.policy())
                .put("choices", policy.choices());
        add(json, "replay", policy.replay());
        add(json, "ips", Optional.of(policy.inversePropensity()));
        add(json, "snips", policy.selfNormalized());
        add(json, "dr", Optional.of(policy.doublyRobust()));
        return json.put("ess", policy.effectiveSampleSize()).put("unsupported", policy.unsupported());
    }

    private static void add(ObjectNode json, String name, Optional<Estimate> estimate) {
        estimate.ifPresent(found -> json.putObject(name)
                .put("value", found.value())
                .put("standard_error", found.standardError())
                .put("low", found.low())
                .put("high", found.high()));
    }
}
