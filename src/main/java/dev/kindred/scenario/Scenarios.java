package dev.kindred.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All scenarios by name, in the order in which they were written. Immutable. */
public final class Scenarios {

    private final Map<String, Scenario> byName = new LinkedHashMap<>();

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
