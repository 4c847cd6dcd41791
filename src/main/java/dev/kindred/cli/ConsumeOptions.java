package dev.kindred.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which records to print, as a mixin. */
final class ConsumeOptions {

    @Option(names = "--user", paramLabel = "ID", description = "Only records of this user.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--max", paramLabel = "N", description = "End after N records. Default: never.")
    private long max = Long.MAX_VALUE;

    @Option(names = "--from-beginning", description = "Begin with the oldest record, not with the next one.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "End with the last record that is there now.")
    private boolean untilEnd;

    Optional<String> user() {
        return user;
    }

    long max() {
        return max;
    }

    boolean fromBeginning() {
        return fromBeginning;
    }

    boolean untilEnd() {
        return untilEnd;
    }
}
