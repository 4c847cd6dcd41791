package dev.kindred.lab.evaluation;

import java.util.List;

/** The protocols by name: a new one takes one line here. */
public final class Protocols {

    private Protocols() {}

    /**
     * A protocol.
     *
     * @param learns whether {@code next-item} learns from test events; the others do as they always do
     * @throws IllegalArgumentException if no protocol has this name; the message lists all
     */
    public static Protocol named(String name, boolean learns) {
        List<Protocol> protocols = List.of(new Prequential(), new NextItem(learns), new LeaveOut());
        return protocols.stream()
                .filter(protocol -> protocol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown protocol " + name + "; there are: "
                        + String.join(
                                ", ", protocols.stream().map(Protocol::name).toList())));
    }
}
