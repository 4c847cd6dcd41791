package dev.kindred.cli;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Stoppable;
import dev.kindred.cli.logging.LogFormat;
import dev.kindred.config.KindredConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Runs the application. */
@Command(
        name = "run",
        description = "Runs the application on the configured Kafka cluster, until SIGTERM or Ctrl-C.",
        footer = {
            "",
            "SIGTERM and Ctrl-C stop it gracefully: it completes running work and commits. The exit status then is",
            "that of the signal, 143 or 130, as supervisors expect. It is 1, with the reason, if the application"
                    + " fails.",
            "",
            "Examples:",
            "  kindred run --config config/kindred.properties",
            "  kindred run --set bootstrap.servers=broker:9092 --set threads=4"
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(2); // to return after the timeout of the shutdown

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Override
    public Integer call() throws Exception {
        KindredConfig config = options.load();
        LogFormat.use(config.logFormat());
        return Stoppable.call(() -> run(config), config.shutdownTimeout().plus(GRACE));
    }

    private static int run(KindredConfig config) {
        Heartbeat heartbeat = Heartbeat.of(System.getenv(), Clock.systemUTC());
        try (KindredApp app = KindredApp.start(config)) {
            while (!app.awaitEnd(HEARTBEAT_EVERY)) {
                if (app.isWell()) {
                    heartbeat.beat();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // a stop was requested: the application is already closed
        }
        return ExitCode.OK;
    }
}
