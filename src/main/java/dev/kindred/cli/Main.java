package dev.kindred.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import picocli.CommandLine;

/**
 * The program: {@code kindred COMMAND ...}.
 *
 * <p>Exit status 0 is success, 1 a failure that another try may cure, 2 a wrong command line or configuration.
 */
public final class Main {

    private static final int HELP_WIDTH = 110;

    private Main() {}

    /** Runs one command and ends the process with its status. */
    public static void main(String... args) {
        LogLevels.adjust(args);
        System.exit(run(args));
    }

    /** Runs one command and returns its status. */
    static int run(String... args) {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return commandLine(Adapters.standard(), new Question(input)).execute(args);
    }

    /** All commands: a new one takes one line here. */
    static CommandLine commandLine(Adapters adapters, Question question) {
        CommandLine commands = new CommandLine(new Kindred())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new RunCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new ItemsCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new TuneCommand())
                .addSubcommand(new BenchCommand())
                .addSubcommand(new KeysCommand())
                .addSubcommand(new TopicsCommand(adapters.topology()))
                .addSubcommand(new ConsumeCommand(adapters))
                .addSubcommand(new ResetCommand(question));
        return commands.setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
    }
}
