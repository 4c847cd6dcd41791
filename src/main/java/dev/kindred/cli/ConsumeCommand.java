package dev.kindred.cli;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.topology.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the records of the stream's topics. */
@Command(
        name = "consume",
        description = "Prints the records of a topic, one JSON object per line, until interrupted.",
        footer = {"", "Example:", "  kindred consume recommendations --user alice --from-beginning"})
final class ConsumeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "missing subcommand: recommendations, user-profiles, similar-items, affinities, items, users, merges,"
                        + " events, erasures, erasure-receipts, outcomes or dead-letters");
    }

    @Command(
            name = "recommendations",
            description = "Prints refreshed lists.",
            footer = {"", "Example:", "  kindred consume recommendations --user alice"})
    int recommendations(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::recommendations, RecordJson::recommendations);
    }

    @Command(
            name = "user-profiles",
            description = "Prints user profiles. The stream publishes them if profile.publish.interval.ms is set.",
            footer = {"", "Example:", "  kindred consume user-profiles --from-beginning --until-end"})
    int userProfiles(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::userProfiles, RecordJson::userProfiles);
    }

    @Command(
            name = "affinities",
            description = "Prints the cells of the matrix.",
            footer = {"", "Example:", "  kindred consume affinities --from-beginning --until-end"})
    int affinities(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::affinities, RecordJson::affinities);
    }

    @Command(
            name = "items",
            description = "Prints the items of the catalog, in the form that 'items import' reads.",
            footer = {"", "Example:", "  kindred consume items --from-beginning --until-end"})
    int items(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(options, which, Topics::items, RecordJson::items);
    }

    @Command(
            name = "users",
            description = "Prints the attributes and consents of users.",
            footer = {"", "Example:", "  kindred consume users --from-beginning --until-end"})
    int users(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::users, RecordJson::users);
    }

    @Command(
            name = "similar-items",
            description =
                    "Prints similar items. The stream publishes them if similar.items.publish.interval.ms is set.",
            footer = {"", "Example:", "  kindred consume similar-items --from-beginning --until-end"})
    int similarItems(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(options, which, Topics::similarItems, RecordJson::similarItems);
    }

    private void refuseUser(ConsumeOptions which) {
        if (which.user().isPresent()) {
            throw new ParameterException(spec.commandLine(), "these records have no user: remove --user");
        }
    }

    @Command(
            name = "merges",
            description = "Prints requests to merge two users, rejected ones included; --user matches either user.",
            footer = {"", "Example:", "  kindred consume merges --user alice --from-beginning --until-end"})
    int merges(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::merges, RecordJson::merges);
    }

    @Command(
            name = "events",
            description = "Prints the events of shoppers, which are read from Avro and JSON.",
            footer = {"", "Example:", "  kindred consume events --user alice --from-beginning --until-end"})
    int events(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::events, RecordJson::events);
    }

    @Command(
            name = "erasures",
            description = "Prints requests to forget users.",
            footer = {"", "Example:", "  kindred consume erasures --from-beginning --until-end"})
    int erasures(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::erasures, RecordJson::erasures);
    }

    @Command(
            name = "erasure-receipts",
            description = "Prints the receipts of erasures, which name no user.",
            footer = {"", "Example:", "  kindred consume erasure-receipts --from-beginning --until-end"})
    int erasureReceipts(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(options, which, Topics::erasureReceipts, RecordJson::receipts);
    }

    @Command(
            name = "outcomes",
            description = "Prints what lists achieved, by task; feedback.enabled publishes it.",
            footer = {"", "Example:", "  kindred consume outcomes --from-beginning --until-end"})
    int outcomes(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(options, which, Topics::outcomes, RecordJson::outcomes);
    }

    @Command(
            name = "dead-letters",
            description =
                    "Prints rejected events: the reason (headers) and the original (value in base64, and a preview).",
            footer = {"", "Example:", "  kindred consume dead-letters --from-beginning --max 5"})
    int deadLetters(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::deadLetters, serdes -> RecordJson.deadLetters());
    }

    private int consume(
            ConfigOptions options,
            ConsumeOptions which,
            Function<Topics, String> topic,
            Function<AvroSerdes, RecordJson> form) {
        KindredConfig config = options.load();
        RecordJson json = form.apply(Topologies.serdes(config));
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(config), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            new RecordPrinter(consumer, json, which, spec.commandLine().getOut()).print(topic.apply(config.topics()));
        }
        return ExitCode.OK;
    }

    /** Reads committed records only, without a consumer group. */
    static Map<String, Object> properties(KindredConfig config) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
        properties.putAll(config.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return properties;
    }
}
