package dev.kindred.cli;

import java.util.Arrays;
import java.util.Set;

/** Sets the log levels that {@code logback.xml} reads; effective only before the first logger is created. */
final class LogLevels {

    /** Interactive commands: they report a failure once, instead of logging every attempt. */
    private static final Set<String> BRIEF = Set.of("topics", "consume", "reset");

    /** Commands with their own broker; they do not log its shutdown. */
    private static final Set<String> EMBEDDED = Set.of("demo", "bench");

    private LogLevels() {}

    static void adjust(String... args) {
        if (Arrays.asList(args).contains(ConfigOptions.VERBOSE)) {
            System.setProperty("KINDRED_LOG_LEVEL", "DEBUG");
        } else if (args.length > 0 && BRIEF.contains(args[0])) {
            System.setProperty("KINDRED_CLIENT_LOG_LEVEL", "OFF");
        } else if (args.length > 0 && EMBEDDED.contains(args[0])) {
            System.setProperty("KINDRED_CLIENT_LOG_LEVEL", "ERROR");
            System.setProperty("KINDRED_STACK_FRAMES", "0"); // the command ends with the reason in one sentence
        }
    }
}
