package dev.kindred.cli;

import dev.kindred.admin.AdminException;
import dev.kindred.app.AppDiedException;
import dev.kindred.export.ExportException;
import dev.kindred.http.HttpServerException;
import dev.kindred.math.Spelling;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into one sentence and an exit status. */
final class Failures {

    private static final String DEBUG = "DEBUG";

    private Failures() {}

    static int usage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        say(
                command.getErr(),
                decapitalized(problem(failure)) + ": see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    /** The message of picocli, reworded where it is hard to read. */
    private static String problem(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            return "there is no " + word
                    + Spelling.nearest(
                                    word,
                                    failure.getCommandLine().getSubcommands().keySet())
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("");
        }
        return oneLine(failure.getMessage()).replace("option option", "option");
    }

    static int execution(Exception failure, CommandLine command, ParseResult parsed) {
        say(command.getErr(), sentence(failure));
        if (isVerbose(parsed)) {
            failure.printStackTrace(command.getErr());
        }
        return failure instanceof ConfigException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** The failure as one sentence for the user of the command. */
    static String sentence(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (statesRemedy(cause)) {
            return oneLine(cause.getMessage());
        }
        if (cause instanceof TimeoutException) {
            return "the brokers do not answer: check that they run and that bootstrap.servers names them";
        }
        if (cause instanceof KafkaException && cause.getCause() instanceof KafkaException rule) {
            return "no client of Kafka can be created: " + oneLine(rule.getMessage())
                    + ": correct the settings that begin with kafka.";
        }
        return oneLine(Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName())) + " (--verbose shows where)";
    }

    private static boolean statesRemedy(Throwable cause) {
        return cause instanceof AdminException
                || cause instanceof ConfigException
                || cause instanceof CommandException
                || cause instanceof ExportException
                || cause instanceof HttpServerException
                || (cause instanceof AppDiedException death && death.statesRemedy());
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("kindred: " + sentence);
        err.flush();
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wraps = failure instanceof ExecutionException || failure instanceof CompletionException;
        Throwable cause = failure.getCause();
        return wraps && cause != null ? unwrapped(cause) : failure;
    }

    private static boolean isVerbose(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.matchedOptionValue(ConfigOptions.VERBOSE, false)
                || DEBUG.equalsIgnoreCase(System.getenv("KINDRED_LOG_LEVEL"));
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "failed" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
