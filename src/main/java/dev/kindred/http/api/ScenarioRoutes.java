package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The scenarios in force, and what others would do. Nothing is changed: the file of scenarios stays the source. */
final class ScenarioRoutes {

    private final Inspection inspection;
    private final Supplier<Scenarios> scenarios;
    private final UserCalls calls;
    private final ListParameters rules;

    ScenarioRoutes(Inspection inspection, Supplier<Scenarios> scenarios, UserCalls calls, ListParameters rules) {
        this.inspection = inspection;
        this.scenarios = scenarios;
        this.calls = calls;
        this.rules = rules;
    }

    List<Route> all() {
        return List.of(
                Route.get("/v1/scenarios", "The scenarios in force, and the text of their file.")
                        .answers(ScenariosAnswer.class, arguments -> Reply.json(inForce()))
                        .needs(Scope.EXPLAIN),
                Route.post("/v1/scenarios/check", "Checks the text of a file of scenarios. Nothing is changed.")
                        .reads(CheckQuestion.class)
                        .answers(CheckAnswer.class, arguments -> Reply.json(check(arguments)))
                        .needs(Scope.EXPLAIN),
                Route.post(
                                "/v1/scenarios/preview",
                                "The lists of some users by a scenario of a text, as if it were in force. Nothing is"
                                        + " changed.")
                        .takes(rules.forPreviews())
                        .reads(PreviewQuestion.class)
                        .answers(BatchAnswer.class, this::preview)
                        .fails(ProblemKind.NOT_READY, ProblemKind.BUSY)
                        .needs(Scope.EXPLAIN));
    }

    private ScenariosAnswer inForce() {
        return new ScenariosAnswer(
                scenarios.get().all().stream()
                        .map(scenario -> new ScenariosAnswer.Named(scenario.name(), inspection.definition(scenario)))
                        .toList(),
                inspection.scenarioText());
    }

    private CheckAnswer check(Arguments arguments) {
        try {
            Scenarios read =
                    inspection.parse(arguments.body(CheckQuestion.class).yaml());
            return new CheckAnswer(List.copyOf(read.names()), null, null);
        } catch (Inspection.Mistake e) {
            return new CheckAnswer(List.of(), e.line(), String.valueOf(e.getMessage()));
        }
    }

    private Reply preview(Arguments arguments) {
        PreviewQuestion question = arguments.body(PreviewQuestion.class);
        rules.checkIds(question.userIds());
        ListQuestion wanted = rules.of(
                        arguments, scenario(question), scenarios.get().shares())
                .forShoppers();
        return calls.answer(
                arguments,
                new Batch(
                        arguments,
                        question.userIds(),
                        (source, userId) -> wanted.ofUser(userId, source, false),
                        question::of));
    }

    private Scenario scenario(PreviewQuestion question) {
        Scenarios read;
        try {
            read = inspection.parse(question.yaml());
        } catch (Inspection.Mistake e) {
            throw invalid("yaml", "yaml, line " + e.line() + ": " + e.getMessage());
        }
        Optional<Scenario> named = read.find(question.scenario());
        return named.orElseThrow(
                () -> invalid("scenario", "scenario must be one of " + String.join(", ", read.names())));
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, detail));
    }

    /** Scenarios as JSON. */
    record ScenariosAnswer(
            @Described("In the order of their definition.") List<Named> scenarios,

            @Described("The text of the present file, or of the examples in the program without a file.")
            String yaml) {

        ScenariosAnswer {
            scenarios = List.copyOf(scenarios);
        }

        /** One scenario. */
        record Named(
                String name,

                @Described("All its keys, as JSON, which is also YAML.")
                String definition) {}
    }

    /** A text to check. */
    record CheckQuestion(@Described("The text.") String yaml) {

        CheckQuestion {
            yaml = Limits.present(yaml, "yaml");
        }
    }

    /** The result of a check as JSON. */
    record CheckAnswer(
            @Described("The names of the scenarios in it; empty if there is a mistake.")
            List<String> scenarios,

            @Described("The line of the first mistake, from 1; absent without one.") @Nullable
            Integer line,

            @Described("The mistake and its cure; absent without one.") @Nullable
            String mistake) {

        CheckAnswer {
            scenarios = List.copyOf(scenarios);
        }
    }

    /** Lists to make by the rules of a text. */
    record PreviewQuestion(
            @Described(
                    value = "The users; one answer for each, in this order.",
                    maxItems = Limits.PREVIEW_USERS,
                    pattern = Described.ID)
            List<String> userIds,

            @Described("The text of a file of scenarios.") String yaml,
            @Described("The name of a scenario in it.") String scenario) {

        PreviewQuestion {
            userIds = Limits.checked(userIds, "userIds", Limits.PREVIEW_USERS);
            yaml = Limits.present(yaml, "yaml");
            scenario = Objects.requireNonNullElse(scenario, "");
        }

        /** The same for some users only. */
        PreviewQuestion of(List<String> some) {
            return new PreviewQuestion(some, yaml, scenario);
        }
    }
}
