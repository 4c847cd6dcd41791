package dev.kindred.lab.evaluation;

import java.util.Optional;

/** In what order a contender learns and is asked. */
public interface Protocol {

    /** The name that people type. */
    String name();

    /**
     * What lists leave out.
     *
     * @param wanted what the person asked for, in the form of the setting {@code recommend.exclude}
     * @return in the same form; empty for what the settings say
     */
    Optional<String> exclusions(Optional<String> wanted);

    /** How often a contender's progress is told. */
    default long steps(Split split) {
        return split.size();
    }

    /** Leads a contender through the events. */
    void examine(Split split, Examination examination);
}
