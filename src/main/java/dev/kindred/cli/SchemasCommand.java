package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.serde.Schemas;
import dev.kindred.serde.Schemas.Verdict;
import dev.kindred.topology.Topics;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the bundled schemas, and registers them. */
@Command(name = "schemas", description = "Lists the bundled schemas, and registers them in a schema registry.")
final class SchemasCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The records of each topic; of a topic with several kinds, those in Avro of its own. */
    private static Map<String, String> recordsOf(Topics topics) {
        Map<String, String> records = new LinkedHashMap<>();
        records.put(topics.events(), "InteractionEvent");
        records.put(topics.items(), "ItemValue");
        records.put(topics.users(), "UserAttributesValue");
        records.put(topics.merges(), "MergeRequest");
        records.put(topics.control(), "MovedVector");
        records.put(topics.affinities(), "AffinityValue");
        records.put(topics.recommendations(), "RecommendationsValue");
        records.put(topics.similarItems(), "SimilarItemsValue");
        records.put(topics.userProfiles(), "UserProfileValue");
        records.put(topics.outcomes(), "OutcomeValue");
        records.put(topics.rankerStatistics(), "RankerStatisticsValue");
        records.put(topics.erasures(), "ErasureRequest");
        records.put(topics.erasureReceipts(), "ErasureReceipt");
        return records;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: list, register or check");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the ids of the bundled schemas, which records have where no registry is set, with their"
                            + " topics. Needs no broker.",
            footer = {"", "Example:", "  kindred schemas list"})
    int list(@Mixin ConfigOptions options) {
        Map<String, String> records = recordsOf(options.load().topics());
        for (Schemas.Bundled schema : Schemas.bundled()) {
            String topic = records.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(schema.name()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            output().println(String.format(
                    Locale.ROOT,
                    "%2d  %-21s  %-17s%s",
                    schema.id(),
                    schema.name(),
                    topic,
                    schema.current() ? "" : "  former, only read"));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = "Registers the current schemas under the subjects of all topics: for instances that may not"
                    + " register schemas themselves (serde.auto.register.schemas=false).",
            footer = {"", "Example:", "  kindred schemas register --set schema.registry.url=http://registry:8081"})
    int register(@Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        Schemas schemas = schemas(config);
        recordsOf(config.topics())
                .forEach((topic, name) -> output().println(
                                topic + "-value: " + name + " has id " + asking(() -> schemas.register(topic, name))));
        return ExitCode.OK;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks whether the registry has the current schemas, or would accept them. Changes nothing.",
            footer = {
                "",
                "Exit status 1 means that a schema is not compatible with the versions under its subject.",
                "",
                "Example:",
                "  kindred schemas check --set schema.registry.url=http://registry:8081"
            })
    int check(@Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        Schemas schemas = schemas(config);
        int status = ExitCode.OK;
        for (Map.Entry<String, String> entry : recordsOf(config.topics()).entrySet()) {
            Verdict verdict = asking(() -> schemas.check(entry.getKey(), entry.getValue()));
            output().println(entry.getKey() + "-value: " + entry.getValue() + " " + words(verdict));
            status = verdict == Verdict.INCOMPATIBLE ? ExitCode.SOFTWARE : status;
        }
        return status;
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case REGISTERED -> "is registered";
            case COMPATIBLE -> "is not registered yet, and compatible";
            case INCOMPATIBLE -> "is not compatible with the latest version: change the subject's compatibility level";
        };
    }

    private static Schemas schemas(KindredConfig config) {
        try {
            return new Schemas(config.serdeProperties());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    private interface Question<A> {
        A answer();
    }

    /** The exceptions of a registry state the remedy. */
    private static <A> A asking(Question<A> question) {
        try {
            return question.answer();
        } catch (ApiException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
