package dev.kindred.config.scenarios;

import dev.kindred.blend.Boost;
import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.config.yaml.Section;
import dev.kindred.config.yaml.Yaml;
import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.expression.ItemFilter;
import dev.kindred.expression.TimeSpan;
import dev.kindred.model.Period;
import dev.kindred.model.Require;
import dev.kindred.model.Resources;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.OwnModel;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.DiversitySettings.Likeness;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Pin;
import dev.kindred.scenario.Plan;
import dev.kindred.scenario.RankerKind;
import dev.kindred.scenario.Ranking;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.scenario.Variants;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

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

    /** The scenarios of a file, also after it has changed. */
    public static ReloadableFile<Scenarios> reloadable(Path file, Scenario builtIn) {
        return reloadable(file, builtIn, true);
    }

    /** The same where lists may learn, or not. */
    public static ReloadableFile<Scenarios> reloadable(Path file, Scenario builtIn, boolean mayLearn) {
        return reloadable(file, builtIn, mayLearn, new ScenarioModels(reason -> {}));
    }

    /**
     * The same for a deployment.
     *
     * @param mayLearn whether lists may learn
     * @param builtIn the scenario of the default list where the file does not define one
     * @param models opens those of the scenarios
     * @throws org.apache.kafka.common.config.ConfigException if the file is wrong, or a list learns that may not
     */
    public static ReloadableFile<Scenarios> reloadable(
            Path file, Scenario builtIn, boolean mayLearn, ScenarioModels models) {
        return new ReloadableFile<>(
                file, path -> models.open(path, permitted(path, read(path).withDefault(builtIn), mayLearn)));
    }

    private static Scenarios permitted(Path file, Scenarios scenarios, boolean mayLearn) {
        if (!mayLearn && !scenarios.learning().isEmpty()) {
            throw new ConfigException(
                    file + ", scenario " + scenarios.learning().get(0).list()
                            + ": it learns (ranker: learned, or weights: auto), but learning.enabled is false: set it to true on"
                            + " all instances and restart them, or remove that key");
        }
        return scenarios;
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

    /** A scenario without keys: the values of those that a scenario leaves out. */
    public static Scenario usual(String name) {
        return new Scenario(
                name,
                USUAL_K,
                DefaultWeights.BLEND,
                ItemFilter.everything(),
                Excludes.USUAL,
                List.of(),
                DiversitySettings.NONE,
                0,
                false,
                false);
    }

    private static Scenario scenario(String name, Section section) {
        Period period = period(section);
        boolean topic = section.flag("topic", false);
        String consent = section.text("consent", "", text -> text);
        Scenario control = list(section, section.made(() -> usual(name).needing(consent)), topic);
        Optional<Variants> variants = VariantsText.read(section, name, others -> list(others, control, false));
        return section.make(
                () -> control.planning(new Plan(period, control.plan().pinned(), variants)));
    }

    /** The keys of a scenario that a variant may have too; those that it leaves out are as in another one. */
    private static Scenario list(Section section, Scenario other, boolean topic) {
        int k = section.integer("k", other.k());
        boolean learnsWeights = section.has("weights")
                ? section.isText("weights") && section.text("weights", false, ScenarioFile::auto)
                : other.ranking().learnsWeights();
        Map<Strategy, Double> weights = section.isText("weights")
                ? DefaultWeights.BLEND
                : section.section("weights").map(ScenarioFile::weights).orElse(other.weights());
        RankerKind ranker = section.text("ranker", other.ranking().ranker(), text -> oneOf(RankerKind.values(), text));
        ItemFilter filter = section.text("filter", other.filter(), ItemFilter::parse);
        Excludes excludes =
                section.section("exclude").map(ScenarioFile::excludes).orElse(other.excludes());
        List<Boost> boosts = section.has("boosts")
                ? section.sections("boosts").stream().map(ScenarioFile::boost).toList()
                : other.boosts();
        DiversitySettings diversity =
                section.section("diversity").map(ScenarioFile::diversity).orElse(other.diversity());
        Optional<OwnModel> model = model(section, ranker, other.ranking().model());
        int minimumSupport = section.integer("minimum-support", other.minimumSupport());
        boolean filledUp = section.flag("fill-up", other.filledUp());
        List<Pin> pinned = section.has("pinned")
                ? section.sections("pinned").stream().map(ScenarioFile::pin).toList()
                : other.plan().pinned();
        return section.made(() -> new Scenario(
                other.name(),
                k,
                weights,
                filter,
                excludes,
                boosts,
                diversity,
                minimumSupport,
                topic,
                filledUp,
                new Plan(Period.ALWAYS, pinned, Optional.empty()),
                other.consent(),
                new Ranking(ranker, learnsWeights, other.ranking().variant(), model)));
    }

    /** A variant without these keys has the model of its scenario, unless its ranker is another one. */
    private static Optional<OwnModel> model(Section section, RankerKind ranker, Optional<OwnModel> other) {
        Optional<Path> file = Optional.of(section.text("model", "", text -> text))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .or(() -> other.filter(known -> ranker == RankerKind.ONNX).map(OwnModel::file));
        int usualMs =
                (int) other.map(OwnModel::budget).orElse(OwnModel.USUAL_BUDGET).toMillis();
        int budgetMs = section.integer("model-budget", usualMs);
        return section.made(() -> {
            Require.that(budgetMs >= 1, "model-budget must be at least 1 ms", budgetMs);
            return file.map(path -> new OwnModel(path, Duration.ofMillis(budgetMs)));
        });
    }

    private static Pin pin(Section section) {
        String item = section.text("item", "", text -> text);
        int position = section.integer("position", 1);
        Period period = period(section);
        return section.make(() -> new Pin(item, position, period));
    }

    /** The keys start and end. */
    static Period period(Section section) {
        Instant start = section.text("start", Instant.MIN, ScenarioFile::instant);
        Instant end = section.text("end", Instant.MAX, ScenarioFile::instant);
        return section.made(
                () -> start.equals(Instant.MIN) && end.equals(Instant.MAX) ? Period.ALWAYS : new Period(start, end));
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a date such as 2026-11-27, or a time such as 2026-11-27T08:00:00+01:00, got \"" + text
                            + "\"",
                    e);
        }
    }

    private static boolean auto(String text) {
        if (!text.equals("auto")) {
            throw new IllegalArgumentException(
                    "expected auto, or the weight of each strategy on a line of its own, got \"" + text + "\"");
        }
        return true;
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

    static <E extends Enum<E>> E oneOf(E[] choices, String text) {
        return Arrays.stream(choices)
                .filter(choice -> ScenarioText.word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected "
                        + Arrays.stream(choices).map(ScenarioText::word).collect(Collectors.joining(" or "))
                        + ", got \"" + text + "\""));
    }
}
