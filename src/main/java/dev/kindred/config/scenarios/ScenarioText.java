package dev.kindred.config.scenarios;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.experiment.Experiment.Design;
import dev.kindred.model.Period;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Writes a scenario as {@link ScenarioFile} reads it. */
public final class ScenarioText {

    private ScenarioText() {}

    /** The value of a scenario's name in the file, with all keys, as JSON on one line, which is also YAML. */
    public static String of(Scenario scenario) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        addList(scenario, json);
        json.put("topic", scenario.topic());
        if (!scenario.consent().isEmpty()) {
            json.put("consent", scenario.consent());
        }
        addPeriod(scenario.plan().period(), json);
        scenario.plan().variants().ifPresent(variants -> {
            Design design = variants.experiment().design();
            VariantsText.write(design, json.putObject("experiment"));
            ObjectNode byName = json.putObject("variants");
            for (int arm = 1; arm < design.arms().size(); arm++) {
                ObjectNode variant = byName.putObject(design.arms().get(arm).variant());
                variant.put("percent", 100 * design.arms().get(arm).share());
                addList(variants.others().get(arm - 1), variant);
            }
        });
        return json.toString();
    }

    private static void addList(Scenario scenario, ObjectNode json) {
        json.put("k", scenario.k());
        if (scenario.ranking().learnsWeights()) {
            json.put("weights", "auto");
        } else {
            ObjectNode weights = json.putObject("weights");
            for (Strategy strategy : Strategy.values()) {
                weights.put(word(strategy), scenario.weight(strategy));
            }
        }
        json.put("ranker", word(scenario.ranking().ranker()));
        scenario.ranking()
                .model()
                .ifPresent(model -> json.put("model", model.file().toString())
                        .put("model-budget", model.budget().toMillis()));
        json.put("filter", scenario.filter().toString());
        addExcludes(scenario.excludes(), json.putObject("exclude"));
        var boosts = json.putArray("boosts");
        scenario.boosts()
                .forEach(boost ->
                        boosts.addObject().put("when", boost.when().toString()).put("factor", boost.factor()));
        addDiversity(scenario.diversity(), json.putObject("diversity"));
        json.put("minimum-support", scenario.minimumSupport()).put("fill-up", scenario.filledUp());
        var pinned = json.putArray("pinned");
        scenario.plan().pinned().forEach(pin -> {
            ObjectNode entry = pinned.addObject().put("item", pin.itemId()).put("position", pin.position());
            addPeriod(pin.period(), entry);
        });
    }

    /** The ends that a period has. */
    static void addPeriod(Period period, ObjectNode json) {
        if (!period.start().equals(Instant.MIN)) {
            json.put("start", period.start().toString());
        }
        if (!period.end().equals(Instant.MAX)) {
            json.put("end", period.end().toString());
        }
    }

    private static void addExcludes(Excludes excludes, ObjectNode json) {
        json.put("current", excludes.current())
                .put("seen", excludes.seen())
                .put("disliked", excludes.disliked())
                .put("purchased-within", window(excludes.purchasedWithin()));
    }

    private static String window(Duration purchasedWithin) {
        if (purchasedWithin.equals(Excludes.EVER)) {
            return "ever";
        }
        return purchasedWithin.isZero() ? "never" : purchasedWithin.toHours() + " h"; // the file has no smaller unit
    }

    private static void addDiversity(DiversitySettings diversity, ObjectNode json) {
        json.put("by", word(diversity.by())).put("lambda", diversity.lambda());
        diversity.mostPerBrand().ifPresent(limit -> json.put("most-per-brand", limit));
        diversity.mostPerCategory().ifPresent(limit -> json.put("most-per-category", limit));
    }

    /** The spelling in the file: {@code USER_BASED} is {@code user-based}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
