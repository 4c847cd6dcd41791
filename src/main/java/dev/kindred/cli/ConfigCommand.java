package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioModels;
import dev.kindred.config.segments.SegmentFile;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks a configuration before an instance starts with it. */
@Command(name = "config", description = "Checks the configuration.")
final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads the settings as 'run' does, and the files that they name. Needs no broker.",
            footer = {
                "",
                "Exit status 2 means that a setting or a file is wrong; the message names it and the cure.",
                "",
                "Example:",
                "  kindred config check --config config/kindred.properties"
            })
    int check(@Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "ok: the settings" + config.file().map(file -> " of " + file).orElse(""));
        config.scenariosFile().ifPresent(file -> {
            ScenarioModels.check(file);
            out.println("ok: " + file);
        });
        config.segmentsFile().ifPresent(file -> {
            SegmentFile.read(file);
            out.println("ok: " + file);
        });
        config.httpSettings().tls().ifPresent(tls -> {
            tls.load();
            out.println("ok: " + tls.keyStore());
        });
        return ExitCode.OK;
    }
}
