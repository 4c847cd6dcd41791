package dev.kindred.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.config.KindredConfig;
import dev.kindred.http.HealthProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the instance on this machine about its health; for containers and supervisors without an HTTP client. */
@Command(
        name = "health",
        description = "Asks the instance that runs on this machine with the same settings about its health.",
        footer = {
            "",
            "Exit status 0 means that it answers, with --ready that it answers for its users; 1 that it does not.",
            "It needs no key.",
            "",
            "Examples:",
            "  kindred health --config config/kindred.properties",
            "  kindred health --ready --set http.port=8081"
        })
final class HealthCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final int ANY_FREE_PORT = 0;

    @Option(names = "--ready", description = "Asks whether the instance has its state and answers for its users.")
    private boolean ready;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        KindredConfig config = options.load();
        checkAddress(config);
        HealthProbe probe = new HealthProbe(config.httpSettings(), TIMEOUT);
        HealthProbe.Answer answer = ask(probe, ready ? "/health/ready" : "/health/live");
        if (!answer.isWell()) {
            throw new CommandException(
                    probe.address() + " answers " + answer.status() + ": " + field(answer, "detail"));
        }
        spec.commandLine().getOut().println(field(answer, "status"));
        return ExitCode.OK;
    }

    private static void checkAddress(KindredConfig config) {
        if (!config.httpEnabled()) {
            throw new CommandException("http.enabled is false, so the instance does not answer: set it to true");
        }
        if (config.httpSettings().port() == ANY_FREE_PORT) {
            throw new CommandException("http.port is 0, any free port: set it to the port that the log of 'run' tells");
        }
    }

    private static HealthProbe.Answer ask(HealthProbe probe, String path) throws IOException {
        try {
            return probe.ask(path);
        } catch (IOException e) {
            throw new CommandException(
                    "no answer from " + probe.address() + " (" + e.getMessage()
                            + "): check that an instance runs here with"
                            + " the same http.host, http.port and http.tls settings",
                    e);
        }
    }

    private static String field(HealthProbe.Answer answer, String name) {
        try {
            return new JsonMapper().readTree(answer.body()).path(name).asText();
        } catch (JsonProcessingException e) {
            return answer.body();
        }
    }
}
