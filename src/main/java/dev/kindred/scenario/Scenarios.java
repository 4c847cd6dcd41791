package dev.kindred.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All scenarios by name, in the order in which they were written. Immutable. */
public final class Scenarios {

    private final Map<String, Scenario> byName = new LinkedHashMap<>();
    private final List<Scenario> published;

    /** @throws IllegalArgumentException if there is none, or two have the same name */
    public Scenarios(Collection<Scenario> scenarios) {
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("scenarios must not be empty");
        }
        for (Scenario scenario : scenarios) {
            if (byName.put(scenario.name(), scenario) != null) {
                throw new IllegalArgumentException(
                        "scenarios must have different names, got " + scenario.name() + " twice");
            }
        }
        published = scenarios.stream()
                .filter(scenario -> scenario.topic() && !scenario.name().equals(Scenario.DEFAULT))
                .toList();
    }

    /** The same with a scenario for the default list, unless there is one already. */
    public Scenarios withDefault(Scenario builtIn) {
        if (byName.containsKey(builtIn.name())) {
            return this;
        }
        List<Scenario> all = new ArrayList<>(byName.values());
        all.add(builtIn);
        return new Scenarios(all);
    }

    /** The same, of which none but the default list is published. */
    public Scenarios unpublished() {
        return new Scenarios(all().stream().map(Scenario::unpublished).toList());
    }

    /** The scenario of the default list. */
    public Scenario byDefault() {
        return find(Scenario.DEFAULT).orElseThrow(() -> new IllegalStateException("there is no default scenario"));
    }

    /** The scenarios whose lists are published beside the default list. */
    public List<Scenario> published() {
        return published;
    }

    /** The scenario of a name, if there is one. */
    public Optional<Scenario> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** All of them. */
    public Collection<Scenario> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Their names. */
    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
