package dev.kindred.lab.cli;

import dev.kindred.cli.FileFailure;
import dev.kindred.lab.offpolicy.ChoiceLog;
import dev.kindred.lab.offpolicy.ChoiceLogs;
import dev.kindred.lab.offpolicy.OffPolicy;
import dev.kindred.lab.offpolicy.Policy;
import dev.kindred.lab.offpolicy.RewardPosteriors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Off-policy evaluation: its options, as a mixin, and its run. */
final class OffPolicyOptions {

    static final String PROTOCOL = "off-policy";

    private static final double SPLIT = 0.5;
    private static final Map<String, Function<RewardPosteriors, Policy>> POLICIES = new LinkedHashMap<>();

    static {
        POLICIES.put("uniform", posteriors -> Policy.uniform(posteriors.actions()));
        POLICIES.put("greedy", Policy::greedy);
        POLICIES.put("epsilon-greedy", Policy::epsilonGreedy);
        POLICIES.put("thompson", Policy::thompson);
    }

    @Option(
            names = "--log",
            paramLabel = "DIR|FILE",
            description =
                    "With off-policy: choices that were logged with their propensities. --format is open-bandit, or"
                            + " lists for JSON Lines of our own lists.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--policy",
            split = ",",
            description =
                    "With off-policy: one or more of uniform, greedy, epsilon-greedy, thompson; they learn the first"
                            + " part of a log, and are tested on the rest. Default: all.")
    private List<String> policies = List.copyOf(POLICIES.keySet());

    /** Other protocols have no such log. */
    void checkAbsent(LogOptions logs) {
        if (log.isPresent()) {
            throw logs.wrong("--log is for --protocol " + PROTOCOL + "; other protocols read --data");
        }
    }

    void run(LogOptions logs, boolean json, PrintWriter out) {
        Path path = log.orElseThrow(() -> logs.wrong("--protocol " + PROTOCOL + " needs --log DIR"));
        for (String policy : policies) {
            if (!POLICIES.containsKey(policy)) {
                throw logs.wrong(
                        "--policy: unknown " + policy + "; choose from " + String.join(", ", POLICIES.keySet()));
            }
        }
        double split = logs.split(SPLIT);
        List<OffPolicyReport> reports = new ArrayList<>();
        for (ChoiceLog choices : read(path, format(logs))) {
            if (choices.training(split).choices().isEmpty()
                    || choices.test(split).choices().size() < 2) {
                throw logs.wrong("--split " + split + " leaves too few choices of " + choices.name());
            }
            reports.add(report(choices, split));
        }
        if (json) {
            out.println(OffPolicyReport.toJson(reports));
        } else {
            reports.forEach(report -> report.print(out));
        }
        out.flush();
    }

    private static ChoiceLogs.Format format(LogOptions logs) {
        try {
            return ChoiceLogs.Format.named(logs.format());
        } catch (IllegalArgumentException e) {
            throw logs.wrong("--format: " + e.getMessage());
        }
    }

    private static List<ChoiceLog> read(Path path, ChoiceLogs.Format format) {
        try {
            return ChoiceLogs.read(path, format);
        } catch (IOException e) {
            throw FileFailure.of("--log", path, e);
        }
    }

    private OffPolicyReport report(ChoiceLog log, double split) {
        RewardPosteriors posteriors = new RewardPosteriors(log.training(split));
        ChoiceLog test = log.test(split);
        return new OffPolicyReport(
                log,
                test,
                OffPolicy.of(Policy.uniform(log.actions()), log),
                policies.stream()
                        .map(name -> OffPolicy.of(
                                Objects.requireNonNull(POLICIES.get(name)).apply(posteriors), test))
                        .toList());
    }
}
