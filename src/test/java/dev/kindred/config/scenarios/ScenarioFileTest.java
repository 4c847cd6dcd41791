package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kindred.blend.Boost;
import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.DiversitySettings.Likeness;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.RankerKind;
import dev.kindred.scenario.Ranking;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final Path SHIPPED = Path.of("config", "scenarios.yaml");

    @Test
    void namesAModelThatRanks() {
        Scenario home = ScenarioFile.parse(
                        "scenarios: {home: {ranker: onnx, model: own.onnx, model-budget: 5, variants:"
                                + " {b: {percent: 10, model: other.onnx}, c: {percent: 10, ranker: blend}, d: {percent: 10, k: 3}}}}")
                .find("home")
                .orElseThrow();

        OwnModel own = new OwnModel(Path.of("own.onnx"), Duration.ofMillis(5));
        assertThat(home.ranking().model()).contains(own);
        assertThat(home.ranking().ownRanker()).as("not opened").isSameAs(Ranker.NONE);
        assertThat(home.models()).containsExactly(own, new OwnModel(Path.of("other.onnx"), Duration.ofMillis(5)), own);
        assertThat(home.opening(model -> model.openedAs((candidates, scores) -> true))
                        .models())
                .noneMatch(model -> model.ranker() == Ranker.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ranker: onnx | need each other",
                "model: a.onnx | need each other",
                "ranker: deep | expected blend or learned or onnx, got \"deep\"",
                "ranker: onnx, model: a.onnx, model-budget: 0 | model-budget must be at least 1 ms, got 0"
            })
    void refusesModelsThatCannotRank(String keys, String message) {
        assertThatThrownBy(() -> ScenarioFile.parse("scenarios: {home: {%s}}".formatted(keys)))
                .hasMessageContaining(message);
    }

    /** Every key once. */
    private static final String WHOLE = """
        scenarios:
          sale:
            k: 12
            weights:
              user-based: 4
              item-based: 3
              content-based: 2
              trending: 1.5
              popular: 0.5
            filter: tag = "sale" and category under "Home > Kitchen"
            exclude:
              current: false
              seen: true
              disliked: false
              purchased-within: 90 d
            boosts:
              - when: newer than 7 d
                factor: 1.5
              - when: price > 100
                factor: 0.5
            diversity:
              by: content
              lambda: 0.7
              most-per-brand: 2
              most-per-category: 3
            minimum-support: 5
            topic: true
            fill-up: true
            ranker: learned
        """;

    @TempDir
    Path directory;

    @Test
    void readsEveryKey() {
        assertThat(ScenarioFile.parse(WHOLE).all())
                .containsExactly(new Scenario(
                                "sale",
                                12,
                                Map.of(
                                        Strategy.USER_BASED, 4.0,
                                        Strategy.ITEM_BASED, 3.0,
                                        Strategy.CONTENT_BASED, 2.0,
                                        Strategy.TRENDING, 1.5,
                                        Strategy.POPULAR, 0.5),
                                ItemFilter.parse("tag = \"sale\" and category under \"Home > Kitchen\""),
                                new Excludes(false, true, false, Duration.ofDays(90)),
                                List.of(
                                        new Boost(ItemFilter.parse("newer than 7 d"), 1.5),
                                        new Boost(ItemFilter.parse("price > 100"), 0.5)),
                                new DiversitySettings(Likeness.CONTENT, 0.7, OptionalInt.of(2), OptionalInt.of(3)),
                                5,
                                true,
                                true)
                        .ranked(new Ranking(RankerKind.LEARNED, false, "")));
    }

    @Test
    void readsWeightsThatAreLearnedFromTheDefaultOnes() {
        Scenario home = ScenarioFile.parse("scenarios: {home: {weights: auto}}")
                .find("home")
                .orElseThrow();

        assertThat(home.ranking()).isEqualTo(new Ranking(RankerKind.BLEND, true, ""));
        assertThat(home.weights()).isEqualTo(DefaultWeights.BLEND);
        assertThat(ScenarioText.of(home)).contains("\"weights\":\"auto\"");
        assertThatThrownBy(() -> ScenarioFile.parse("scenarios: {home: {weights: automatic}}"))
                .hasMessage(
                        "scenarios.home.weights: expected auto, or the weight of each strategy on a line of its own,"
                                + " got \"automatic\"");
        assertThatThrownBy(() -> ScenarioFile.parse("scenarios: {home: {weights: auto, ranker: learned}}"))
                .hasMessageStartingWith("scenarios.home.ranker: ranker must be blend where weights are auto");
    }

    @Test
    void refusesListsThatLearnWhereTheyMayNot() throws IOException {
        Path file = Files.writeString(directory.resolve("s.yaml"), "scenarios: {home: {ranker: learned}}");
        Scenario builtIn = Scenario.userBased(20, Excludes.USUAL);

        assertThatThrownBy(() -> ScenarioFile.reloadable(file, builtIn, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("scenario home")
                .hasMessageContaining("learning.enabled");
        assertThat(ScenarioFile.reloadable(file, builtIn, true).current().learning())
                .hasSize(1);
    }

    @Test
    void letsAVariantHaveARankerOfItsOwn() {
        Scenario home = ScenarioFile.parse("scenarios: {home: {k: 3, variants: {b: {percent: 50, ranker: learned}}}}")
                .find("home")
                .orElseThrow();

        assertThat(home.ranking()).isEqualTo(Ranking.BLEND);
        assertThat(home.learning()).extracting(Scenario::list).containsExactly("home/b");
        assertThat(home.ofLength(7).learning())
                .extracting(Scenario::list, Scenario::k)
                .containsExactly(tuple("home/b", 7));
    }

    @Test
    void hasDefaultsForMissingKeys() {
        Scenarios scenarios = ScenarioFile.parse("scenarios: {plain: {weights: {popular: 1}}}");

        assertThat(scenarios.find("plain"))
                .contains(new Scenario(
                        "plain",
                        20,
                        Map.of(Strategy.POPULAR, 1.0),
                        ItemFilter.everything(),
                        new Excludes(true, false, true, Excludes.EVER),
                        List.of(),
                        DiversitySettings.NONE,
                        0,
                        false,
                        false));
    }

    /** Learned weights, pinned. */
    @Test
    void hasTheDefaultBlendWhereThereAreNoWeightsAndOnTheHomePage() {
        Map<Strategy, Double> learned = Map.of(
                Strategy.USER_BASED, 0.71,
                Strategy.ITEM_BASED, 0.18,
                Strategy.CONTENT_BASED, 0.1,
                Strategy.POPULAR, 0.01);

        assertThat(ScenarioFile.parse("scenarios: {plain: {k: 3}}").find("plain"))
                .map(Scenario::weights)
                .contains(learned);
        assertThat(ScenarioFile.read(SHIPPED).find("home"))
                .map(Scenario::weights)
                .contains(learned);
    }

    @Test
    void shipsExamplesThatLoad() {
        assertThat(ScenarioFile.read(SHIPPED).names())
                .containsExactly("home", "product-page", "ads", "promotions", "email");
    }

    @Test
    void shipsWordsOnEveryKey() throws IOException {
        String shipped = Files.readString(SHIPPED);

        assertThat(WHOLE.lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("sale:") && !line.startsWith("scenarios:"))
                        .map(line -> line.replaceFirst("^- ", "").replaceFirst(":.*", "")))
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(shipped).containsPattern("(?m)^# +" + key + " +\\S"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "k: 12 | k: 0 | 2 | scenarios.sale.k: k must be in [1, 1000], got 0",
                "k: 12 | k: twelve | 2 | scenarios.sale.k: expected a whole number, got \"twelve\"",
                "k: 12 | k: 2.5 | 2 | scenarios.sale.k: expected a whole number, got 2.5",
                "k: 12 | K: 12 | 2 | scenarios.sale.K: there is no such key; did you mean k?",
                "weights: | wieghts: | 3 | scenarios.sale.wieghts: there is no such key; did you mean weights?",
                "user-based: 4 | user-based: -4 | 3 | scenarios.sale.weights: weights must be finite and not negative,"
                        + " got -4.0 for USER_BASED",
                "user-based: 4 | user-base: 4 | 4 | scenarios.sale.weights.user-base: there is no such key; did you"
                        + " mean user-based?",
                "filter: tag = | filter: tga = | 9 | scenarios.sale.filter: at character 1: there is no tga; did you"
                        + " mean tag?",
                "filter: tag = \"sale\" and | filter: # | 9 | scenarios.sale.filter: there is no value; write one, or"
                        + " leave the key out",
                "purchased-within: 90 d | purchased-within: soon | 14 | scenarios.sale.exclude.purchased-within:"
                        + " expected never, ever or a time such as 90 d, got \"soon\"",
                "seen: true | seen: maybe | 12 | scenarios.sale.exclude.seen: expected true or false, got \"maybe\"",
                "factor: 0.5 | factor: 0 | 19 | scenarios.sale.boosts.1.factor: factor must be in (0, 100.0], got 0.0",
                "by: content | by: looks | 21 | scenarios.sale.diversity.by: expected category or content, got"
                        + " \"looks\"",
                "lambda: 0.7 | lambda: 7 | 22 | scenarios.sale.diversity.lambda: lambda must be in [0, 1], got 7.0",
                "most-per-brand: 2 | most-per-brand: 0 | 23 | scenarios.sale.diversity.most-per-brand: mostPerBrand"
                        + " must be positive, got 0",
                "minimum-support: 5 | minimum-support: -1 | 25 | scenarios.sale.minimum-support: minimumSupport must"
                        + " not be negative, got -1",
                "ranker: learned | ranker: lerned | 28 | scenarios.sale.ranker: expected blend or learned or onnx, got \"lerned\"",
                "topic: true | k: 3 | 26 | this is not YAML: Duplicate field 'k'",
                "sale: | Sale: | 1 | scenarios.Sale: name must be lower-case letters, digits and hyphens, at most 64,"
                        + " got Sale",
                "scenarios: | scenario: | 0 | scenario: there is no such key; did you mean scenarios?",
            })
    void namesFileLineKeyAndCure(String right, String wrong, int lineInScenarios, String problem) throws IOException {
        Path file = directory.resolve("wrong.yaml");
        Files.writeString(file, WHOLE.replace(right, wrong));

        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ", line " + (lineInScenarios + 1) + ", " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | 1 | the top: expected keys, each with a value, got nothing",
                "scenarios:                    | 1 | scenarios: there is no value; write one, or leave the key out",
                "scenarios: {}                 | 1 | scenarios: scenarios must not be empty",
                "scenarios: [home, ads]        | 1 | scenarios: expected keys, each with a value, got a list",
                "scenarios: {home: }           | 1 | scenarios.home: there is no value; write one, or leave the key"
                        + " out",
                "scenarios: {home: {weights: {popular: 0}}} | 1 | scenarios.home.weights: weights must have one that is"
                        + " positive, got {USER_BASED=0.0, POPULAR=0.0, ITEM_BASED=0.0, CONTENT_BASED=0.0, TRENDING=0.0, RECENT=0.0, SEQUENCE_BASED=0.0}",
                "scenarios: {home: {boosts: 3}} | 1 | scenarios.home.boosts: expected a list, each entry after a"
                        + " hyphen, got 3",
            })
    void refusesOtherFiles(String text, int line, String problem) {
        assertThatThrownBy(() -> ScenarioFile.parse(text))
                .isInstanceOfSatisfying(
                        YamlSyntaxException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessage(problem);
    }

    @Test
    void reportsAMissingFile() {
        Path missing = directory.resolve("missing.yaml");

        assertThatThrownBy(() -> ScenarioFile.read(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessage(missing + " does not exist; config/scenarios.yaml is an example");
    }

    @Test
    void reportsABinaryFile() throws IOException {
        Path file = directory.resolve("latin.yaml");
        Files.write(file, "scenarios: ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be read as text in UTF-8");
    }

    @RandomTest(seeds = 10)
    void eitherReadsATextOrRefusesItClearly(RandomGenerator random) {
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder(WHOLE);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length() - 10);
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, at + random.nextInt(10));
                    case 1 -> text.insert(at, text.substring(at, at + random.nextInt(10)));
                    default -> text.setCharAt(at, "\n\t :-#&*{}[]!|>%@`'\"\\ä\u0000\ud800".charAt(random.nextInt(24)));
                }
            }
            try {
                assertThat(ScenarioFile.parse(text.toString()).all()).isNotEmpty();
            } catch (YamlSyntaxException e) {
                assertThat(e.line())
                        .as(text.toString())
                        .isBetween(1, (int) text.chars().filter(c -> c == '\n').count() + 2);
                assertThat(e.getMessage()).as(text.toString()).contains(": ").doesNotContain("\n");
            }
        }
    }
}
