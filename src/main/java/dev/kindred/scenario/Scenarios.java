package dev.kindred.scenario;

import dev.kindred.experiment.LiveShares;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.model.Period;
import dev.kindred.model.Require;
import dev.kindred.ranking.OwnModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All scenarios by name, in the order of their definition. Immutable. */
public final class Scenarios {

    private final Map<String, Scenario> byName = new LinkedHashMap<>();
    private final List<Scenario> published;
    private final List<Scenario> learning;
    private final LiveShares shares;

    /**
     * Scenarios whose experiments know no outcomes.
     *
     * @throws IllegalArgumentException if there are none, two have the same name, or the default one has dates
     */
    public Scenarios(Collection<Scenario> scenarios) {
        this(scenarios, new LiveShares(OutcomeCounts.NONE));
    }

    private Scenarios(Collection<Scenario> scenarios, LiveShares shares) {
        this.shares = shares;
        Require.that(!scenarios.isEmpty(), "scenarios must not be empty");
        for (Scenario scenario : scenarios) {
            Require.that(
                    !scenario.name().equals(Scenario.DEFAULT)
                            || scenario.plan().period().equals(Period.ALWAYS),
                    "default must be without start and end: it is in force where another scenario is not");
            if (byName.put(scenario.name(), scenario) != null) {
                throw new IllegalArgumentException(
                        "scenarios must have different names, got " + scenario.name() + " twice");
            }
        }
        published = scenarios.stream()
                .filter(scenario -> scenario.topic() && !scenario.name().equals(Scenario.DEFAULT))
                .toList();
        learning = scenarios.stream()
                .flatMap(scenario -> scenario.learning().stream())
                .toList();
    }

    /** A copy with a default scenario, unless there is one already. */
    public Scenarios withDefault(Scenario builtIn) {
        if (byName.containsKey(builtIn.name())) {
            return this;
        }
        List<Scenario> all = new ArrayList<>(byName.values());
        all.add(builtIn);
        return new Scenarios(all, shares);
    }

    /** A copy that publishes the default list alone. */
    public Scenarios unpublished() {
        return new Scenarios(all().stream().map(Scenario::unpublished).toList(), shares);
    }

    /** A copy with its models opened. */
    public Scenarios opening(UnaryOperator<OwnModel> opened) {
        return new Scenarios(
                all().stream().map(scenario -> scenario.opening(opened)).toList(), shares);
    }

    /** A copy whose experiments follow outcomes. */
    public Scenarios following(LiveShares live) {
        return new Scenarios(byName.values(), live);
    }

    /** The shares of the experiments. */
    public LiveShares shares() {
        return shares;
    }

    /** A scenario by name; outside of its dates the default one. */
    public Optional<Scenario> inForce(String name, long nowMs) {
        return find(name).map(scenario -> scenario.plan().period().includes(nowMs) ? scenario : byDefault());
    }

    /** The default scenario. */
    public Scenario byDefault() {
        return find(Scenario.DEFAULT).orElseThrow(() -> new IllegalStateException("there is no default scenario"));
    }

    /** The scenarios whose lists are published with the default list. */
    public List<Scenario> published() {
        return published;
    }

    /** The lists that learn from events, those of variants too. */
    public List<Scenario> learning() {
        return learning;
    }

    /** A scenario by name. */
    public Optional<Scenario> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    public Collection<Scenario> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
