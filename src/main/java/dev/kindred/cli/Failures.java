package dev.kindred.cli;

import dev.kindred.admin.AdminException;
import dev.kindred.export.ExportException;
import dev.kindred.http.HttpServerException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every failure into one sentence and an exit status. */
final class Failures {

    private static final String DEBUG = "DEBUG";

    private Failures() {}

    static int usage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        say(
                command.getErr(),
                decapitalized(oneLine(failure.getMessage())) + ": see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    static int execution(Exception failure, CommandLine command, ParseResult parsed) {
        say(command.getErr(), sentence(failure));
        if (isVerbose(parsed)) {
            failure.printStackTrace(command.getErr());
        }
        return failure instanceof ConfigException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** The failure as a sentence for the person who typed the command. */
    static String sentence(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (statesRemedy(cause)) {
            return oneLine(cause.getMessage());
        }
        if (cause instanceof TimeoutException) {
            return "the brokers do not answer: check that they run and that bootstrap.servers names them";
        }
        return oneLine(Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName())) + " (--verbose shows where)";
    }

    private static boolean statesRemedy(Throwable cause) {
        return cause instanceof AdminException
                || cause instanceof ConfigException
                || cause instanceof CommandException
                || cause instanceof ExportException
                || cause instanceof HttpServerException;
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
        return last.matchedOptionValue("--verbose", false)
                || DEBUG.equalsIgnoreCase(System.getenv("KINDRED_LOG_LEVEL"));
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "failed" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
