package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.config.KindredConfig;
import dev.kindred.export.Lines;
import dev.kindred.export.Service;
import dev.kindred.net.Percent;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers a person who asks what is held (GDPR, articles 15 and 20). */
@Command(
        name = "export",
        description =
                "Writes all that is held about one user as JSON, by place: what the stores of the running instances hold,"
                        + " over HTTP, and every record of the topics that names the user.",
        footer = {
            "",
            "Reads all topics to their end. Of an unknown user the file says that nothing is held, and where it was",
            "looked for. The key of the API needs the scope admin.",
            "",
            "Example:",
            "  kindred privacy export --user alice --output alice.json"
        })
final class PrivacyExportCommand implements Callable<Integer> {

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The user, as the shop knows it.")
    private String user = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to retry while instances are not ready. Default: ${DEFAULT-VALUE}.")
    private long patienceS = 120;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ServiceOptions instances = new ServiceOptions();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        KindredConfig config = options.load();
        Service service = instances.service(spec.commandLine());
        try (Lines file = output.lines(spec.commandLine().getOut())) {
            ObjectNode held = held(config, service);
            file.add(held.toPrettyString());
            file.complete();
            report(held);
        } catch (InterruptedException | IOException e) {
            throw output.failure(e);
        }
        return ExitCode.OK;
    }

    private ObjectNode held(KindredConfig config, Service service) throws InterruptedException {
        ObjectNode held = (ObjectNode)
                service.get("/v1/users/" + Percent.encode(user) + "/data", Duration.ofSeconds(Math.max(0, patienceS)));
        HeldRecords records = new HeldRecords(config, user);
        try (TopicScan topics = new TopicScan(ConsumeCommand.properties(config))) {
            Set<String> existing = new TreeSet<>(records.topics());
            existing.retainAll(topics.topics());
            topics.read(existing, records::add);
            ArrayNode searched = held.withArrayProperty("searched");
            existing.forEach(topic -> searched.add("topic " + topic));
        }
        held.put("held", held.path("held").asBoolean() || records.isAny());
        return held.set("topics", records.json());
    }

    private void report(ObjectNode held) {
        var err = spec.commandLine().getErr();
        err.println(
                held.path("held").asBoolean()
                        ? "wrote what " + held.path("searched").size() + " places hold about the user"
                        : "nothing is held about this user: "
                                + held.path("searched").size() + " places were searched");
        err.flush();
    }
}
