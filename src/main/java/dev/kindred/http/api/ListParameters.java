package dev.kindred.http.api;

import dev.kindred.experiment.LiveShares;
import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Scope;
import dev.kindred.http.guard.KeyCheck;
import dev.kindred.model.Described;
import dev.kindred.model.Ids;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The parameters of a request for a list. */
final class ListParameters {

    private static final String NONE = "none";
    private static final String POPULAR = "popular";
    private static final String NO = "false";
    private static final String YES = "true";
    private static final String TEXT = "text";
    private static final int REASONS = 3;

    private final RecommendSettings defaults;
    private final Supplier<Scenarios> scenarios;
    private final int maxIdBytes;
    private final Clock clock;
    private final Parameter<Integer> k;
    private final Parameter<Set<String>> exclude;
    private final Parameter<String> explain = Parameter.choice(
            "explain",
            "Whether to give reasons for every item, at a small cost; text adds a sentence for shoppers."
                    + " It needs the scope explain.",
            Set.of(NO, YES, TEXT),
            NO);
    private final Parameter<String> language =
            Parameter.choice("language", "The language of the sentences.", Set.of("en", "zh"), "en");
    private final Parameter<Optional<String>> scenario = Parameter.word(
                    "scenario",
                    "The scenario, by its name in the configuration; default if absent. It"
                            + " sets the strategies, the filter, the exclusions and the length of the list; k and exclude"
                            + " override it.",
                    Described.NAME)
            .optional();
    private final Parameter<Optional<String>> without = Parameter.word(
                    "without",
                    "Ids of further items to exclude from the list, separated by commas.",
                    "^[^,\\u0000-\\u001f\\u007f-\\u009f]+(,[^,\\u0000-\\u001f\\u007f-\\u009f]+)*$")
            .optional();

    private final Parameter<String> fallback = Parameter.choice(
            "fallback",
            "The answer for an unknown user: a problem (none), or the list of a user without events, filled with"
                    + " popular items and marked as fallback (popular).",
            Set.of(NONE, POPULAR),
            NONE);

    /**
     * Parameters.
     *
     * @param settings of the routes
     * @param clock the current time
     */
    ListParameters(ApiSettings settings, Clock clock) {
        this.defaults = settings.lists();
        this.scenarios = settings.scenarios();
        this.maxIdBytes = settings.intake().maxIdBytes();
        this.clock = clock;
        this.k = Parameter.integer(
                "k",
                "The length of the list; the default is that of the scenario.",
                1,
                Limits.LIST,
                Math.min(Limits.LIST, defaults.size()));
        this.exclude = Parameter.choices(
                "exclude",
                "The user's own items to exclude: the current one (current), those purchased, disliked, or"
                        + " seen at all; none excludes nothing. The default is the setting of the scenario.",
                named(Excludes.WORDS),
                words(defaults.excludes()));
    }

    private static Set<String> named(Collection<String> words) {
        Set<String> named = new TreeSet<>(words);
        named.add(NONE);
        return named;
    }

    private static Set<String> words(Excludes excludes) {
        return excludes.words().isEmpty() ? Set.of(NONE) : new TreeSet<>(excludes.words());
    }

    /** The parameters of a list, after some others. */
    List<Parameter<?>> forAnybody(List<Parameter<?>> others) {
        List<Parameter<?>> all = new ArrayList<>(others);
        all.addAll(List.of(k, exclude, explain, language, scenario, without));
        return all;
    }

    /** The parameters of a list for known users, after some others. */
    List<Parameter<?>> forKnownUsers(List<Parameter<?>> others) {
        List<Parameter<?>> all = forAnybody(others);
        all.add(fallback);
        return all;
    }

    /** Whether an unknown user gets popular items. */
    boolean orPopular(Arguments arguments) {
        return arguments.get(fallback).equals(POPULAR);
    }

    /** The parameters of a list by a scenario that is not in force. */
    List<Parameter<?>> forPreviews() {
        return List.of(k, explain, language);
    }

    /** @throws ProblemException if an id is invalid */
    void checkIds(List<String> userIds) {
        for (int i = 0; i < userIds.size(); i++) {
            String field = "userIds[" + i + "]";
            Ids.problem(userIds.get(i), maxIdBytes).ifPresent(problem -> {
                throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, field + " " + problem));
            });
        }
    }

    /** A request for a list by a scenario of the configuration. */
    ListQuestion of(Arguments arguments) {
        Scenarios known = scenarios.get();
        return of(arguments, scenario(arguments, known), known.shares());
    }

    /** A request for a list by any scenario. */
    ListQuestion of(Arguments arguments, Scenario given, LiveShares shares) {
        Scenario wanted = arguments.has(k) ? given.ofLength(arguments.get(k)) : given.atMost(Limits.LIST);
        boolean explained = !arguments.get(explain).equals(NO);
        if (explained && !arguments.grants(Scope.EXPLAIN)) {
            throw KeyCheck.scopeRequired(explain.name(), Scope.EXPLAIN);
        }
        return new ListQuestion(
                new ScenarioQuestion(
                        wanted,
                        arguments.get(without).map(ids -> ids(ids)).orElse(Set.of()),
                        explained ? Math.max(REASONS, defaults.reasons()) : 0,
                        clock.millis(),
                        shares,
                        Optional.empty()),
                new Explanation(
                        explained,
                        arguments.get(explain).equals(TEXT)
                                ? Optional.of(Locale.forLanguageTag(arguments.get(language)))
                                : Optional.empty()),
                arguments.grants(Scope.ADMIN));
    }

    /** The question for the list that a user without wishes gets, with its reasons. */
    ListQuestion usualWithReasons() {
        Scenarios known = scenarios.get();
        return new ListQuestion(
                new ScenarioQuestion(
                        known.byDefault().atMost(Limits.LIST),
                        Set.of(),
                        Math.max(REASONS, defaults.reasons()),
                        clock.millis(),
                        known.shares(),
                        Optional.empty()),
                new Explanation(true, Optional.empty()),
                false);
    }

    private Scenario scenario(Arguments arguments, Scenarios known) {
        Scenario named = known.inForce(arguments.get(scenario).orElse(Scenario.DEFAULT), clock.millis())
                .orElseThrow(() -> ProblemException.parameter(
                        scenario.name(), "scenario must be one of " + String.join(", ", known.names())));
        return arguments.has(exclude) ? named.excluding(excludes(arguments.get(exclude))) : named;
    }

    private Set<String> ids(String joined) {
        Set<String> ids = new LinkedHashSet<>(Arrays.asList(joined.split(",", -1)));
        for (String id : ids) {
            Ids.problem(id, maxIdBytes).ifPresent(problem -> {
                throw ProblemException.parameter("without", "without: an id " + problem);
            });
        }
        if (ids.size() > Limits.LIST) {
            throw ProblemException.parameter("without", "without may contain at most " + Limits.LIST + " items");
        }
        return ids;
    }

    private static Excludes excludes(Set<String> words) {
        if (words.contains(NONE) && words.size() > 1) {
            throw ProblemException.parameter("exclude", "exclude must be either none or a list without none");
        }
        return Excludes.of(words);
    }
}
