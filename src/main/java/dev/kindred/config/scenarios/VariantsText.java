package dev.kindred.config.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.config.yaml.Section;
import dev.kindred.experiment.Allocation;
import dev.kindred.experiment.Arm;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.Experiment.Design;
import dev.kindred.experiment.Metric;
import dev.kindred.expression.TimeSpan;
import dev.kindred.model.Period;
import dev.kindred.model.Require;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Variants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys {@code variants} and {@code experiment} of a scenario. */
final class VariantsText {

    private static final double USUAL_MINIMUM_PERCENT = 5;
    private static final Duration USUAL_HALF_LIFE = Duration.ofDays(7);

    private VariantsText() {}

    /**
     * Reads the variants of a scenario; empty if it has none.
     *
     * @param lists reads the list of one variant
     */
    static Optional<Variants> read(Section scenario, String name, Function<Section, Scenario> lists) {
        List<Arm> arms = new ArrayList<>();
        List<Scenario> others = new ArrayList<>();
        scenario.section("variants").ifPresent(byName -> {
            for (String variant : byName.keys()) {
                byName.section(variant).ifPresent(section -> {
                    double percent = section.number("percent", 0);
                    others.add(lists.apply(section));
                    arms.add(section.make(() -> {
                        Require.that(percent > 0 && percent <= 100, "percent must be in (0, 100]", percent);
                        return new Arm(variant, percent / 100);
                    }));
                });
            }
        });
        Optional<Section> experiment = scenario.section("experiment");
        if (others.isEmpty()) {
            return scenario.made(() -> {
                Require.that(experiment.isEmpty(), "experiment needs variants: add them, or remove it");
                return Optional.empty();
            });
        }
        return Optional.of(scenario.made(() -> {
            arms.add(0, control(arms));
            Experiment read = experiment.isPresent()
                    ? experiment(experiment.get(), name, arms)
                    : new Experiment(new Design(
                            name,
                            arms,
                            Period.ALWAYS,
                            Allocation.FIXED,
                            Metric.CTR,
                            Math.min(USUAL_MINIMUM_PERCENT / 100, 1.0 / arms.size()),
                            USUAL_HALF_LIFE));
            return new Variants(read, others);
        }));
    }

    /** The control has the rest. */
    private static Arm control(List<Arm> others) {
        double sum = others.stream().mapToDouble(Arm::share).sum();
        Require.that(
                others.stream().noneMatch(arm -> arm.variant().equals(Experiment.CONTROL)),
                "variants must not contain control: the scenario itself is the control");
        Require.that(sum <= 1 + 1e-9, "variants must have at most 100 percent together", Math.round(100 * sum));
        return new Arm(Experiment.CONTROL, Math.max(0, 1 - sum));
    }

    private static Experiment experiment(Section section, String name, List<Arm> arms) {
        String salt = section.text("salt", name, text -> text);
        Period period = ScenarioFile.period(section);
        Allocation allocation =
                section.text("allocation", Allocation.FIXED, text -> ScenarioFile.oneOf(Allocation.values(), text));
        Metric metric = section.text("metric", Metric.CTR, text -> ScenarioFile.oneOf(Metric.values(), text));
        double minimum = section.number("minimum-share", Math.min(USUAL_MINIMUM_PERCENT, 100.0 / arms.size()));
        Duration halfLife = section.text("half-life", USUAL_HALF_LIFE, TimeSpan::parse);
        return section.make(() -> {
            Require.that(
                    minimum >= 0 && minimum * arms.size() <= 100,
                    "minimumShare must be in [0, 100 / number of variants] percent",
                    minimum);
            return new Experiment(new Design(salt, arms, period, allocation, metric, minimum / 100, halfLife));
        });
    }

    /** Writes what {@link #read} reads, apart from the lists of the variants. */
    static void write(Design design, ObjectNode json) {
        json.put("salt", design.salt());
        ScenarioText.addPeriod(design.period(), json);
        json.put("allocation", ScenarioText.word(design.allocation()))
                .put("metric", ScenarioText.word(design.metric()))
                .put("minimum-share", 100 * design.minimumShare())
                .put("half-life", design.halfLife().toHours() + " h");
    }
}
