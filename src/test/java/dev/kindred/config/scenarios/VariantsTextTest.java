package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.experiment.Allocation;
import dev.kindred.experiment.Arm;
import dev.kindred.experiment.Experiment.Design;
import dev.kindred.experiment.Metric;
import dev.kindred.model.Period;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Pin;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Variants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTextTest {

    private static final String WHOLE = """
        scenarios:
          home:
            k: 12
            weights: {user-based: 1}
            exclude: {seen: true}
            topic: true
            start: 2026-11-27
            end: 2026-12-01T08:00:00+01:00
            pinned:
              - item: gift-card
                position: 3
                end: 2026-11-30
              - item: calendar
            experiment:
              salt: winter
              start: 2026-11-28
              allocation: thompson
              metric: conversion
              minimum-share: 10
              half-life: 3 d
            variants:
              popular:
                percent: 30
                weights: {popular: 1}
              short:
                percent: 20
                k: 6
                pinned: []
        """;

    private static final Instant FRIDAY = Instant.parse("2026-11-27T00:00:00Z");

    private static Scenario home(String text) {
        return ScenarioFile.parse(text).find("home").orElseThrow();
    }

    @Test
    void readsEveryKey() {
        Scenario home = home(WHOLE);
        Variants variants = home.plan().variants().orElseThrow();

        assertThat(home.plan().period()).isEqualTo(new Period(FRIDAY, Instant.parse("2026-12-01T07:00:00Z")));
        assertThat(home.plan().pinned())
                .containsExactly(
                        new Pin("calendar", 1, Period.ALWAYS),
                        new Pin("gift-card", 3, new Period(Instant.MIN, Instant.parse("2026-11-30T00:00:00Z"))));
        assertThat(variants.experiment().design())
                .isEqualTo(new Design(
                        "winter",
                        List.of(new Arm("control", 0.5), new Arm("popular", 0.3), new Arm("short", 0.2)),
                        new Period(Instant.parse("2026-11-28T00:00:00Z"), Instant.MAX),
                        Allocation.THOMPSON,
                        Metric.CONVERSION,
                        0.1,
                        Duration.ofDays(3)));
    }

    @Test
    void aVariantHasTheKeysOfItsScenarioThatItLeavesOut() {
        List<Scenario> variants = home(WHOLE).plan().variants().orElseThrow().others();

        assertThat(variants).allSatisfy(variant -> {
            assertThat(variant.name()).isEqualTo("home");
            assertThat(variant.excludes()).isEqualTo(new Excludes(true, true, true, Excludes.EVER));
        });
        assertThat(variants).extracting(Scenario::k).containsExactly(12, 6);
        assertThat(variants)
                .extracting(Scenario::weights)
                .containsExactly(Map.of(Strategy.POPULAR, 1.0), Map.of(Strategy.USER_BASED, 1.0));
        assertThat(variants)
                .extracting(variant -> variant.plan().pinned().size())
                .containsExactly(2, 0);
    }

    @Test
    void isWrittenAsItIsRead() {
        Scenario home = home(WHOLE);

        assertThat(home("{scenarios: {home: " + ScenarioText.of(home) + "}}")).isEqualTo(home);
    }

    @Test
    void anExperimentHasUsualKeys() {
        Design design = home("{scenarios: {home: {variants: {b: {percent: 25, k: 5}}}}}")
                .plan()
                .variants()
                .orElseThrow()
                .experiment()
                .design();

        assertThat(design.salt()).isEqualTo("home");
        assertThat(design.arms()).containsExactly(new Arm("control", 0.75), new Arm("b", 0.25));
        assertThat(design.allocation()).isEqualTo(Allocation.FIXED);
        assertThat(design.metric()).isEqualTo(Metric.CTR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent: 30  | percent: 90         | 21 | scenarios.home.variants: variants must have at most 100 percent"
                        + " together, got 110",
                "percent: 30  | percent: 0          | 23 | scenarios.home.variants.popular.percent: percent must be in"
                        + " (0, 100], got 0.0",
                "short:       | control:            | 21 | scenarios.home.variants: variants must not contain control",
                "k: 6         | topic: true         | 27 | scenarios.home.variants.short.topic: there is no such key; there"
                        + " is diversity, exclude",
                "end: 2026-11-30 | end: 30.11.2026  | 12 | scenarios.home.pinned.0.end: expected a date such as"
                        + " 2026-11-27",
                "end: 2026-12-01T08:00:00+01:00 | end: 2026-11-26 | 8 | scenarios.home.end: end must be after start",
                "position: 3  | position: 0         | 11 | scenarios.home.pinned.0.position: position must be in [1,"
                        + " 1000], got 0",
                "calendar     | gift-card           | 9 | scenarios.home.pinned: pinned must have every item once, got"
                        + " gift-card",
                "thompson     | bandit              | 17 | scenarios.home.experiment.allocation: expected fixed or"
                        + " thompson",
                "minimum-share: 10 | minimum-share: 40 | 19 | scenarios.home.experiment.minimum-share: minimumShare",
                "half-life: 3 d | half-life: soon   | 20 | scenarios.home.experiment.half-life: "
            })
    void namesLineKeyAndCure(String right, String wrong, int line, String problem) {
        String text = WHOLE.replace(right, wrong);

        assertThatThrownBy(() -> ScenarioFile.parse(text))
                .isInstanceOf(YamlSyntaxException.class)
                .hasMessageStartingWith(problem)
                .satisfies(thrown ->
                        assertThat(((YamlSyntaxException) thrown).line()).isEqualTo(line));
    }

    @Test
    void theDefaultScenarioHasNoDates() {
        assertThatThrownBy(() -> ScenarioFile.parse("{scenarios: {default: {start: 2026-11-27}}}"))
                .isInstanceOf(YamlSyntaxException.class)
                .hasMessageContaining("default must be without start and end");
    }
}
