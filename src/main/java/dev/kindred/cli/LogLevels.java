package dev.kindred.cli;

import java.util.Arrays;
import java.util.Set;

/** Sets what {@code logback.xml} reads; it works only before the first logger is made. */
final class LogLevels {

    /** Commands that a person waits for: they say once what failed, instead of logging every attempt. */
    private static final Set<String> BRIEF = Set.of("topics", "consume", "reset");

    /** Commands with a broker of their own, whose going away is no news. */
    private static final Set<String> EMBEDDED = Set.of("demo", "bench");

    private LogLevels() {}

    static void adjust(String... args) {
        if (Arrays.asList(args).contains("--verbose")) {
            System.setProperty("KINDRED_LOG_LEVEL", "DEBUG");
        } else if (args.length > 0 && BRIEF.contains(args[0])) {
            System.setProperty("KINDRED_CLIENT_LOG_LEVEL", "OFF");
        } else if (args.length > 0 && EMBEDDED.contains(args[0])) {
            System.setProperty("KINDRED_CLIENT_LOG_LEVEL", "ERROR");
        }
    }
}
