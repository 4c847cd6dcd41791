package dev.kindred.config.scenarios;

import dev.kindred.blend.Boost;
import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.config.yaml.Section;
import dev.kindred.config.yaml.Yaml;
import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.expression.ItemFilter;
import dev.kindred.expression.TimeSpan;
import dev.kindred.model.Resources;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.DiversitySettings.Likeness;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads scenarios from a YAML file. It refuses unknown keys and values. */
public final class ScenarioFile {

    private static final int USUAL_K = 20;

    private ScenarioFile() {}

    /**
     * Reads and checks all scenarios.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file cannot be read or is invalid; the message is
     *     one sentence that names file, line, key and cure
     */
    public static Scenarios read(Path file) {
        return Yaml.read(file, "config/scenarios.yaml", ScenarioFile::parse);
    }

    /** The examples in the jar. */
    public static Scenarios examples() {
        try {
            return parse(exampleText());
        } catch (YamlSyntaxException e) {
            throw new IllegalStateException("the examples in the jar are invalid", e);
        }
    }

    /** The bundled examples, which are not published, for an instance without a file of scenarios. */
    public static Supplier<Scenarios> bundled(Scenario builtIn) {
        Scenarios examples = examples().unpublished().withDefault(builtIn);
        return () -> examples;
    }

    /**
     * The scenarios of a file, also after it has changed.
     *
     * @param builtIn the scenario of the default list where the file does not define one
     * @throws org.apache.kafka.common.config.ConfigException if the file is wrong
     */
    public static ReloadableFile<Scenarios> reloadable(Path file, Scenario builtIn) {
        return new ReloadableFile<>(file, path -> read(path).withDefault(builtIn));
    }

    /** The text of the examples in the jar. */
    public static String exampleText() {
        return Resources.text(ScenarioFile.class, "/scenarios.yaml");
    }

    /**
     * Parses a file's text.
     *
     * @throws dev.kindred.config.yaml.YamlSyntaxException if it is not YAML, or not a file of scenarios
     */
    public static Scenarios parse(String text) {
        return Yaml.read(text, ScenarioFile::scenarios);
    }

    private static Scenarios scenarios(Section top) {
        List<Scenario> scenarios = new ArrayList<>();
        top.section("scenarios").ifPresent(byName -> {
            for (String name : byName.keys()) {
                byName.section(name).ifPresent(section -> scenarios.add(scenario(name, section)));
            }
        });
        return top.make(() -> new Scenarios(scenarios));
    }

    private static Scenario scenario(String name, Section section) {
        int k = section.integer("k", USUAL_K);
        Map<Strategy, Double> weights =
                section.section("weights").map(ScenarioFile::weights).orElse(DefaultWeights.BLEND);
        ItemFilter filter = section.text("filter", ItemFilter.everything(), ItemFilter::parse);
        Excludes excludes =
                section.section("exclude").map(ScenarioFile::excludes).orElse(Excludes.USUAL);
        List<Boost> boosts =
                section.sections("boosts").stream().map(ScenarioFile::boost).toList();
        DiversitySettings diversity =
                section.section("diversity").map(ScenarioFile::diversity).orElse(DiversitySettings.NONE);
        int minimumSupport = section.integer("minimum-support", 0);
        boolean topic = section.flag("topic", false);
        boolean filledUp = section.flag("fill-up", false);
        return section.make(() ->
                new Scenario(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp));
    }

    private static Map<Strategy, Double> weights(Section section) {
        Map<Strategy, Double> weights = new EnumMap<>(Strategy.class);
        for (Strategy strategy : Strategy.values()) {
            weights.put(strategy, section.number(ScenarioText.word(strategy), 0));
        }
        section.end();
        return weights;
    }

    private static Excludes excludes(Section section) {
        boolean current = section.flag("current", Excludes.USUAL.current());
        boolean seen = section.flag("seen", Excludes.USUAL.seen());
        boolean disliked = section.flag("disliked", Excludes.USUAL.disliked());
        Duration purchasedWithin =
                section.text("purchased-within", Excludes.USUAL.purchasedWithin(), ScenarioFile::window);
        return section.make(() -> new Excludes(current, seen, disliked, purchasedWithin));
    }

    private static Duration window(String text) {
        return switch (text) {
            case "never" -> Excludes.NEVER;
            case "ever" -> Excludes.EVER;
            default -> {
                try {
                    yield TimeSpan.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "expected never, ever or a time such as 90 d, got \"" + text + "\"", e);
                }
            }
        };
    }

    private static Boost boost(Section section) {
        ItemFilter when = section.text("when", ItemFilter.everything(), ItemFilter::parse);
        double factor = section.number("factor", 1);
        return section.make(() -> new Boost(when, factor));
    }

    private static DiversitySettings diversity(Section section) {
        Likeness by = section.text("by", Likeness.CATEGORY, text -> oneOf(Likeness.values(), text));
        double lambda = section.number("lambda", 1);
        OptionalInt mostPerBrand = section.optionalInteger("most-per-brand");
        OptionalInt mostPerCategory = section.optionalInteger("most-per-category");
        return section.make(() -> new DiversitySettings(by, lambda, mostPerBrand, mostPerCategory));
    }

    private static <E extends Enum<E>> E oneOf(E[] choices, String text) {
        return Arrays.stream(choices)
                .filter(choice -> ScenarioText.word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected "
                        + Arrays.stream(choices).map(ScenarioText::word).collect(Collectors.joining(" or "))
                        + ", got \"" + text + "\""));
    }
}
