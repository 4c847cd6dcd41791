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
        CommandLine commands = commandLine(Adapters.standard(), new Question(input));
        boolean isOfProduct = args.length > 0 && commands.getSubcommands().containsKey(args[0]);
        if (!isOfProduct) {
            LabCommands.load().forEach(commands::addSubcommand);
        }
        return configured(commands).execute(args);
    }

    /** All commands, those of the laboratory included. */
    static CommandLine all(Adapters adapters, Question question) {
        CommandLine commands = commandLine(adapters, question);
        LabCommands.load().forEach(commands::addSubcommand);
        return configured(commands);
    }

    /** The commands of the product: a new one takes one line here. */
    private static CommandLine commandLine(Adapters adapters, Question question) {
        return new CommandLine(new Kindred())
                .addSubcommand(new RunCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new ItemsCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new KeysCommand())
                .addSubcommand(new TopicsCommand(adapters.topology()))
                .addSubcommand(new ConsumeCommand(adapters))
                .addSubcommand(new ResetCommand(question));
    }

    private static CommandLine configured(CommandLine commands) {
        return commands.setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
    }
}
