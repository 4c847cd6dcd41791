package dev.kindred.cli;

import dev.kindred.config.scenarios.ScenarioModels;
import dev.kindred.config.segments.SegmentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files of rules before an instance reads them. */
abstract class RulesCommand implements Runnable {

    private final Consumer<Path> reader;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private RulesCommand(Consumer<Path> reader) {
        this.reader = reader;
    }

    /** For scenarios. */
    @Command(name = "scenarios", description = "Checks files of scenarios.")
    static final class OfScenarios extends RulesCommand {
        OfScenarios() {
            super(ScenarioModels::check);
        }
    }

    /** For segments. */
    @Command(name = "segments", description = "Checks files of segments.")
    static final class OfSegments extends RulesCommand {
        OfSegments() {
            super(SegmentFile::read);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads files as 'run' does. Needs no broker.",
            footer = {
                "",
                "Exit status 2 means that a file is wrong; the message names file, line, key and cure.",
                "",
                "Example:",
                "  kindred ${PARENT-COMMAND-NAME} check config/${PARENT-COMMAND-NAME}.yaml"
            })
    int check(@Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.") List<Path> files) {
        for (Path file : files) {
            reader.accept(file);
            spec.commandLine().getOut().println("ok: " + file);
        }
        return ExitCode.OK;
    }
}
