package dev.kindred.cli;

import dev.kindred.admin.ApplicationReset;
import dev.kindred.admin.Connection;
import dev.kindred.admin.ResetPlan;
import dev.kindred.config.KindredConfig;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "--former deletes what is left of an application id that is no longer used, and nothing else; the present",
            "application may run meanwhile.",
            "",
            "Examples:",
            "  kindred reset",
            "  kindred reset --former kindred-2025",
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

    @Option(
            names = "--former",
            paramLabel = "ID",
            description = "Delete instead what is left of this former application id: positions, changelogs and local"
                    + " stores. May be repeated.")
    private List<String> former = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ResetCommand(ConfirmationPrompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public Integer call() {
        KindredConfig config = options.load();
        checkFormer(config);
        try (Admin admin = Connection.open(config.clientProperties())) {
            Map<ApplicationReset, ResetPlan> plans = new LinkedHashMap<>();
            for (String id : former) {
                ApplicationReset reset = resetOf(options.load(Map.of("application.id", id)), admin);
                plans.put(reset, reset.planOfFormer());
            }
            if (former.isEmpty()) {
                ApplicationReset reset = resetOf(config, admin);
                plans.put(reset, reset.plan(outputs));
            }
            return reset(plans);
        }
    }

    private static ApplicationReset resetOf(KindredConfig config, Admin admin) {
        return new ApplicationReset(admin, config.topics(), config.applicationId(), config.applicationStateDir());
    }

    private void checkFormer(KindredConfig config) {
        if (former.contains(config.applicationId())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--former " + config.applicationId() + " is the present application.id: leave --former out");
        }
        if (outputs && !former.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--outputs empties topics of the present application: leave it or --former out");
        }
    }

    private int reset(Map<ApplicationReset, ResetPlan> plans) {
        List<String> lines =
                plans.values().stream().flatMap(plan -> plan.lines().stream()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (lines.isEmpty()) {
            out.println("There is nothing to reset.");
            return ExitCode.OK;
        }
        out.println("To be deleted:");
        lines.forEach(line -> out.println("  " + line));
        if (!yes && !prompt.isConfirmed(out, "Delete all of this?")) {
            throw new CommandException("nothing was deleted: answer y, or add --yes in a script");
        }
        plans.forEach(ApplicationReset::execute);
        out.println("Done.");
        return ExitCode.OK;
    }
}
