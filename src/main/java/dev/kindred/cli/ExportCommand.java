package dev.kindred.cli;

import dev.kindred.app.Stoppable;
import dev.kindred.export.Export;
import dev.kindred.export.ExportSettings;
import dev.kindred.export.Lines;
import dev.kindred.export.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Requests the lists of all members of a segment from running instances, for example to send e-mails. */
@Command(
        name = "export",
        subcommands = ExportExamplesCommand.class,
        description =
                "Writes one line of JSON for each member of a segment, inactive members included, with the list of a"
                        + " scenario, computed now. Sends requests to running instances over HTTP.",
        footer = {
            "",
            "The file gets its name when it is complete; until then it is a temporary file. Progress and",
            "a summary go to stderr. The key needs the scope admin. It is not an argument, because other users",
            "of the machine can see arguments.",
            "",
            "Examples:",
            "  kindred export --segment win-back --scenario email --output win-back.jsonl.gz",
            "  kindred export --segment win-back --scenario email --explain text --language zh \\",
            "      --url https://kindred.shop.example --cacert ca.pem --key-file key.txt --output win-back.jsonl"
        })
final class ExportCommand implements Callable<Integer> {

    private static final double NS_PER_S = 1e9;

    @Option(names = "--segment", paramLabel = "NAME", description = "The segment; required.")
    private String segment = "";

    @Option(names = "--scenario", paramLabel = "NAME", description = "The scenario of the lists; required.")
    private String scenario = "";

    @Option(
            names = "--explain",
            paramLabel = "WORD",
            description =
                    "false: no reasons; true: reasons; text: reasons and a sentence." + " Default: ${DEFAULT-VALUE}.")
    private String explain = "true";

    @Option(
            names = "--language",
            paramLabel = "WORD",
            description = "Language of the sentences: en or zh. Default: en.")
    private Optional<String> language = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--page-size",
            description = "Greatest number of members per request, in [1, 100]. Default: ${DEFAULT-VALUE}.")
    private int pageSize = ExportSettings.MAX_PER_PAGE;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "How long to retry one request while instances are not ready." + " Default: ${DEFAULT-VALUE}.")
    private long patienceS = 120;

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (segment.isEmpty() || scenario.isEmpty()) { // not of picocli, which would ask subcommands for them too
            throw new ParameterException(spec.commandLine(), "--segment=NAME and --scenario=NAME are required");
        }
        if (pageSize < 1 || pageSize > ExportSettings.MAX_PER_PAGE) {
            throw new ParameterException(spec.commandLine(), "--page-size must be in [1, 100], got " + pageSize);
        }
        if (patienceS < 0) {
            throw new ParameterException(spec.commandLine(), "--patience must not be negative, got " + patienceS);
        }
        ExportSettings settings =
                new ExportSettings(segment, scenario, explain, language, pageSize, Duration.ofSeconds(patienceS));
        Service service = options.service(spec.commandLine());
        long startNs = System.nanoTime();
        Export.Report report = Stoppable.call(() -> export(settings, service));
        print(report, (System.nanoTime() - startNs) / NS_PER_S);
        return ExitCode.OK;
    }

    private Export.Report export(ExportSettings settings, Service service) {
        try (Lines lines = output.lines(spec.commandLine().getOut());
                ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), "users", 0)) {
            return new Export(settings, service, lines, (soFar, share) -> show(progress, soFar, share)).run();
        } catch (InterruptedException | IOException e) {
            throw output.failure(e);
        }
    }

    private static void show(ProgressLine progress, Export.Report soFar, double share) {
        long total = share > 0 ? Math.round(soFar.examined() / share) : 0;
        progress.at(soFar.examined(), total, String.format(Locale.ROOT, ", %,d members", soFar.members()));
    }

    private void print(Export.Report report, double seconds) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(
                Locale.ROOT,
                "wrote %,d lines for %,d members among %,d users in %.1f s",
                report.written(),
                report.members(),
                report.examined(),
                seconds));
        if (report.gone() > 0) {
            err.println(String.format(
                    Locale.ROOT, "left out %,d members that were deleted or merged during the export", report.gone()));
        }
        if (report.refused() > 0) {
            err.println(String.format(
                    Locale.ROOT, "left out %,d members who have not given the consent", report.refused()));
        }
        err.flush();
    }
}
