package dev.kindred.http.api;

import dev.kindred.expression.ItemFilter;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.model.Strategy;
import dev.kindred.query.LiveSample;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One sample, one setting, one dead letter; of the texts of scenarios it knows the word that makes one wrong. */
record FakeInspection(Scenarios known) implements Inspection {

    static final String WRONG = "wrong";

    @Override
    public int instances() {
        return 2;
    }

    @Override
    public List<LiveSample> samplesAfter(long timeMs) {
        return Stream.of(new LiveSample(
                        2000, 10.04, 9, 1, OptionalDouble.of(3.26), OptionalDouble.empty(), 12, 2, 1_000_000))
                .filter(sample -> sample.timeMs() > timeMs)
                .toList();
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("http.port", "8080", "the default", false));
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return List.of(new DeadLetter(
                "INVALID_USER", "userId is empty", "events", "3/17", 1000, null, "{}", "\u00b7\u00b7", 2));
    }

    @Override
    public TopicsAnswer topics() {
        return new TopicsAnswer(List.of("events"), List.of("items"), List.of());
    }

    @Override
    public Feedback feedback() {
        OutcomeKey key = new OutcomeKey("home", "bold", true, Optional.empty(), 0, LocalDate.of(2026, 11, 27));
        OutcomeSums lists = new OutcomeSums(0, 0, 0, 0, 0, 100, 20, 5, 300, 40);
        OutcomeSums items = new OutcomeSums(400, 30, 8, 5, 500_000, 0, 0, 0, 0, 0);
        OutcomeKey first = new OutcomeKey("home", "bold", true, Optional.of(Strategy.USER_BASED), 1, key.day());
        return new Feedback(true, List.of(new Outcome(key, 0, lists), new Outcome(first, 1, items)), 3);
    }

    @Override
    public String scenarioText() {
        return "scenarios: {}";
    }

    @Override
    public Scenarios parse(String text) {
        if (text.equals(WRONG)) {
            throw new Mistake(3, "a mistake", new IllegalArgumentException());
        }
        List<Scenario> all = new ArrayList<>(known.all());
        all.add(new Scenario(
                "x",
                2,
                Map.of(Strategy.POPULAR, 1.0),
                ItemFilter.everything(),
                Excludes.USUAL,
                List.of(),
                DiversitySettings.NONE,
                0,
                false,
                false));
        return new Scenarios(all);
    }

    @Override
    public String definition(Scenario scenario) {
        return "{\"k\":" + scenario.k() + "}";
    }
}
