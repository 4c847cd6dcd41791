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

/** Resets the application: shows the data to delete, asks for confirmation, deletes. */
@Command(
        name = "reset",
        description =
                "Deletes all vectors and consumer positions, so that the next start reads all retained events again.",
        footer = {
            "",
            "Published affinities stay until an event updates them or their retention ends; --outputs deletes them"
                    + " too, and",
            "the last recommendations.",
            "Local stores are deleted on this machine only: stop all instances, then run this on each machine.",
            "",
            "Examples:",
            "  kindred reset",
            "  kindred reset --yes --outputs --set application.id=kindred-test"
        })
final class ResetCommand implements Callable<Integer> {

    private final ConfirmationPrompt prompt;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--yes", description = "Skip the confirmation.")
    private boolean yes;

    @Option(
            names = "--outputs",
            description = "Also delete all affinities, recommendations, profiles and similar items.")
    private boolean outputs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ResetCommand(ConfirmationPrompt prompt) {
        this.prompt = prompt;
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
        if (!yes && !prompt.isConfirmed(out, "Delete all of this?")) {
            throw new CommandException("nothing was deleted: answer y, or add --yes in a script");
        }
        reset.execute(plan);
        out.println("Done.");
        return ExitCode.OK;
    }
}
