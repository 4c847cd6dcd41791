package dev.kindred.cli;

import dev.kindred.admin.ApplicationReset;
import dev.kindred.admin.Connection;
import dev.kindred.admin.ResetPlan;
import dev.kindred.config.KindredConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the application anew: shows what would be lost, asks, removes it. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Forgets all vectors and positions, so that the next start reads all events that are still there.",
        footer = {
            "",
            "Vectors start anew, yet the affinities that others have already seen stay until they are touched again or",
            "their retention ends: --outputs removes them too, and the last recommendations with them.",
            "Local stores are removed on this machine only: run it on each machine, with all of them stopped.",
            "",
            "Examples:",
            "  kindred reset",
            "  kindred reset --yes --outputs --set application.id=kindred-test"
        })
final class ResetCommand implements Callable<Integer> {

    private final Question question;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--outputs",
            description = "Delete all affinities, recommendations, profiles and similar items too.")
    private boolean outputs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ResetCommand(Question question) {
        this.question = question;
    }

    @Override
    public Integer call() {
        KindredConfig config = options.load();
        try (Admin admin = Connection.open(config.clientProperties())) {
            return reset(
                    new ApplicationReset(admin, config.topics(), config.applicationId(), config.applicationStateDir()));
        }
    }

    private int reset(ApplicationReset reset) {
        ResetPlan plan = reset.plan(outputs);
        PrintWriter out = spec.commandLine().getOut();
        if (plan.lines().isEmpty()) {
            out.println("There is nothing to reset.");
            return ExitCode.OK;
        }
        out.println("To be deleted:");
        plan.lines().forEach(line -> out.println("  " + line));
        if (!yes && !question.isConfirmed(out, "Delete all of this?")) {
            throw new CommandException("nothing was deleted: answer y, or add --yes in a script");
        }
        reset.execute(plan);
        out.println("Done.");
        return ExitCode.OK;
    }
}
