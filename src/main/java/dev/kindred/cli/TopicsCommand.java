package dev.kindred.cli;

import dev.kindred.admin.AccessRights;
import dev.kindred.admin.Connection;
import dev.kindred.admin.Principals;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.admin.TopicReport;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import java.io.PrintWriter;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates the stream's topics, and shows how they are connected and what instances do with them. */
@Command(
        name = "topics",
        description = "Creates the topics, or shows the stream between them and the rights that it needs.")
final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: create, describe or acls");
    }

    @Command(
            name = "create",
            description = "Creates missing topics, and checks existing topics without changing them.",
            footer = {
                "",
                "Exit status 1 means that an existing topic must be changed first; the output states how.",
                "",
                "Examples:",
                "  kindred topics create",
                "  kindred topics create --set topics.partitions=32 --set topics.replication.factor=3"
            })
    int create(@Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        try (Admin admin = Connection.open(config.clientProperties())) {
            String principal = Principals.of(config.clientProperties());
            return print(new TopicAdmin(admin, config.topics(), config.topicSettings(), principal).createMissing());
        }
    }

    @Command(
            name = "describe",
            description = "Prints the stream: its stations, topics and stores. Needs no broker.",
            footer = {"", "Example:", "  kindred topics describe --set topics.prefix=shoes-"})
    int describe(@Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        output().println(Topologies.of(config, config.topicSettings().partitions())
                .describe());
        return ExitCode.OK;
    }

    @Command(
            name = "acls",
            mixinStandardHelpOptions = true,
            description = "Prints the least rights that instances need on the cluster, as options of Kafka's"
                    + " kafka-acls.sh. Needs no broker.",
            footer = {
                "",
                "Instances may not create topics with them: run 'kindred topics create' first, as another principal.",
                "",
                "Example:",
                "  kindred topics acls --principal User:kindred --config kindred.properties |",
                "      while read -r options; do kafka-acls.sh --bootstrap-server broker:9092 $options; done"
            })
    int acls(
            @Mixin ConfigOptions options,
            @Option(
                            names = "--principal",
                            required = true,
                            paramLabel = "PRINCIPAL",
                            description = "The principal of the instances, such as User:kindred.")
                    String principal) {
        KindredConfig config = options.load();
        new AccessRights(config.topics(), config.applicationId())
                .commandLines(principal)
                .forEach(output()::println);
        return ExitCode.OK;
    }

    private int print(TopicReport report) {
        report.created().forEach(name -> output().println("created " + name));
        report.existing().forEach(name -> output().println("exists: " + name));
        report.differences().forEach(sentence -> spec.commandLine().getErr().println("kindred: " + sentence));
        return report.isReady() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
