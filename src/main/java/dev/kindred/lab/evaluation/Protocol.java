package dev.kindred.lab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order in which a contender learns events and predicts. */
public interface Protocol {

    /**
     * Finds a protocol; a new one takes one line here.
     *
     * @param learns whether {@code next-item} learns from test events; the others ignore it
     * @throws IllegalArgumentException if no protocol has this name; the message lists all
     */
    static Protocol named(String name, boolean learns) {
        List<Protocol> protocols = List.of(new Prequential(), new NextItem(learns), new LeaveOut());
        return protocols.stream()
                .filter(protocol -> protocol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown protocol " + name + "; choose one of "
                        + protocols.stream().map(Protocol::name).collect(Collectors.joining(", "))));
    }

    /** The name on the command line. */
    String name();

    /**
     * The items that lists exclude.
     *
     * @param requested the user's choice, in the form of the setting {@code recommend.exclude}
     * @return in the same form; empty for the configured exclusions
     */
    Optional<String> exclusions(Optional<String> requested);

    /** How often a run reports progress, unless its limit ends it. */
    default long steps(Split split) {
        return split.size();
    }

    /** Leads a contender through the events. */
    void run(Split split, ContenderRun run);
}
