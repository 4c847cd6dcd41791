package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemException;
import dev.kindred.recommend.Exclusion;
import dev.kindred.recommend.RecommendSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a client may say of the list that it asks for. */
final class ListParameters {

    private static final String NONE = "none";
    private static final String POPULAR = "popular";
    private static final int REASONS = 3;

    private final RecommendSettings defaults;
    private final Parameter<Integer> k;
    private final Parameter<Set<String>> exclude;
    private final Parameter<Boolean> explain =
            Parameter.flag("explain", "Whether to give reasons for every item, which takes a little time.");

    private final Parameter<String> fallback = Parameter.choice(
            "fallback",
            "What an unknown user gets: nothing but a problem (none), or what is popular, marked as fallback.",
            Set.of(NONE, POPULAR),
            NONE);

    ListParameters(RecommendSettings defaults) {
        this.defaults = defaults;
        this.k = Parameter.integer(
                "k", "The length of the list.", 1, Limits.LIST, Math.min(Limits.LIST, defaults.size()));
        this.exclude = Parameter.choices(
                "exclude",
                "Which of the user's own items are left out: the one at hand (current), those purchased, disliked, or"
                        + " seen at all; none for nothing.",
                names(),
                defaultNames(defaults));
    }

    private static Set<String> names() {
        Set<String> names = Arrays.stream(Exclusion.values())
                .map(ListParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(NONE);
        return names;
    }

    private static Set<String> defaultNames(RecommendSettings defaults) {
        return defaults.exclusions().isEmpty()
                ? Set.of(NONE)
                : defaults.exclusions().stream()
                        .map(ListParameters::name)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Exclusion exclusion) {
        return exclusion.name().toLowerCase(Locale.ROOT);
    }

    /** The parameters of a list for anybody, after some others. */
    List<Parameter<?>> forAnybody(List<Parameter<?>> others) {
        List<Parameter<?>> all = new ArrayList<>(others);
        all.addAll(List.of(k, exclude, explain));
        return all;
    }

    /** The parameters of a list for users who should be known, after some others. */
    List<Parameter<?>> forKnownUsers(List<Parameter<?>> others) {
        List<Parameter<?>> all = forAnybody(others);
        all.add(fallback);
        return all;
    }

    /** Whether an unknown user gets what is popular. */
    boolean orPopular(Arguments arguments) {
        return arguments.get(fallback).equals(POPULAR);
    }

    RecommendSettings of(Arguments arguments) {
        int reasons = arguments.get(explain) ? Math.max(REASONS, defaults.reasons()) : 0;
        return defaults.ofSize(arguments.get(k))
                .excluding(exclusions(arguments.get(exclude)))
                .explainedBy(reasons);
    }

    private static Set<Exclusion> exclusions(Set<String> names) {
        if (names.contains(NONE) && names.size() > 1) {
            throw ProblemException.parameter("exclude", "exclude must be none alone, or a list without none");
        }
        Set<Exclusion> exclusions = EnumSet.noneOf(Exclusion.class);
        names.stream()
                .filter(name -> !name.equals(NONE))
                .forEach(name -> exclusions.add(Exclusion.valueOf(name.toUpperCase(Locale.ROOT))));
        return exclusions;
    }
}
