package dev.kindred.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The program: {@code kindred COMMAND ...}.
 *
 * <p>Exit status 0 is success, 1 a failure that a retry may cure, 2 a wrong command line or configuration.
 */
public final class Main {

    private static final int HELP_WIDTH = 110;

    private Main() {}

    /** Runs one command and ends the process with its status. */
    public static void main(String... args) {
        LogLevels.adjust(args);
        // Kafka Streams formats numbers at every record, and Java does that faster for this locale than for any other.
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        PrintStream err = utf8(System.err);
        System.setErr(err); // before the logger reads it
        System.exit(run(System.in, System.out, err, args));
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * Runs one command and returns its status.
     *
     * @param in source of the answers to prompts. All three are UTF-8 in every locale, so that JSON and names in any
     *     script are preserved
     */
    static int run(InputStream in, OutputStream out, OutputStream err, String... args) {
        ConfirmationPrompt prompt =
                new ConfirmationPrompt(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        CommandLine commands = commandLine(prompt);
        if (args.length == 0 || !commands.getSubcommands().containsKey(args[0])) {
            LabCommands.load().forEach(commands::addSubcommand);
        }
        return configured(commands)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    /** All commands, including those of the laboratory. */
    static CommandLine all(ConfirmationPrompt prompt) {
        CommandLine commands = commandLine(prompt);
        LabCommands.load().forEach(commands::addSubcommand);
        return configured(commands);
    }

    /** The commands of the product: a new command adds one line here. */
    private static CommandLine commandLine(ConfirmationPrompt prompt) {
        return new CommandLine(new Kindred())
                .addSubcommand(new RunCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new ItemsCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new KeysCommand())
                .addSubcommand(new KeysetCommand())
                .addSubcommand(new PseudonymCommand())
                .addSubcommand(new HealthCommand())
                .addSubcommand(new ConfigCommand())
                .addSubcommand(new RulesCommand.OfScenarios())
                .addSubcommand(new RulesCommand.OfSegments())
                .addSubcommand(new TopicsCommand())
                .addSubcommand(new SchemasCommand())
                .addSubcommand(new ConsumeCommand())
                .addSubcommand(new PrivacyCommand())
                .addSubcommand(new ResetCommand(prompt));
    }

    private static CommandLine configured(CommandLine commands) {
        addCommonOptions(commands);
        return commands.setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
    }

    /** Adds the options of every command, and those of every command that runs: {@link Failures} reads them. */
    private static void addCommonOptions(CommandLine command) {
        CommandSpec spec = command.getCommandSpec().versionProvider(new Version());
        if (!spec.mixinStandardHelpOptions()) { // a method with own arguments has it first, where picocli expects it
            spec.mixinStandardHelpOptions(true);
        }
        boolean onlyNamesItsSubcommands = spec.userObject() instanceof Runnable;
        boolean takesOptionsAsArguments = spec.userObject() instanceof Method;
        if (!onlyNamesItsSubcommands && !takesOptionsAsArguments && spec.findOption(ConfigOptions.VERBOSE) == null) {
            spec.addOption(OptionSpec.builder(ConfigOptions.VERBOSE)
                    .type(boolean.class)
                    .description(ConfigOptions.VERBOSE_EFFECT)
                    .build());
        }
        command.getSubcommands().values().forEach(Main::addCommonOptions);
    }
}
