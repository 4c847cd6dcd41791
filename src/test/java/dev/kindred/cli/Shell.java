package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.model.Affinity;
import dev.kindred.model.Item;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;

/** Types commands and keeps what they print. */
public final class Shell {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands;

    public Shell() {
        this("");
    }

    /** @param input what the person types when asked */
    public Shell(String input) {
        Adapters adapters = new Adapters(
                config -> "topology reading " + config.topics().events(),
                Shell::recommendations,
                Shell::affinities,
                Shell::items,
                config -> {
                    throw new UnsupportedOperationException("nothing is published here");
                },
                Shell::similarItems,
                Shell::merges);
        commands = Main.all(adapters, new Question(new BufferedReader(new StringReader(input))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    public int run(String... args) {
        return commands.execute(args);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public CommandLine commands() {
        return commands;
    }

    private static Deserializer<Recommendations> recommendations(KindredConfig config) {
        return (topic, bytes) -> new Recommendations("alice", List.of(), Optional.empty(), 1, 2, 3);
    }

    private static Deserializer<Item> items(KindredConfig config) {
        return (topic, bytes) -> Item.of("tent", "Tent", List.of());
    }

    private static Deserializer<SimilarItemLists> similarItems(KindredConfig config) {
        return (topic, bytes) -> new SimilarItemLists("tent", 1, List.of(new SimilarItem("stove", 0.5)), List.of());
    }

    private static Deserializer<Merge> merges(KindredConfig config) {
        return (topic, bytes) -> new Merge("visitor", "alice", 1);
    }

    private static Deserializer<Affinity> affinities(KindredConfig config) {
        return (topic, bytes) -> new Affinity(1, 2, 3);
    }
}
