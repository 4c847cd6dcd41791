package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
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

/** Shows what the topics of the stream hold. */
@Command(
        name = "consume",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Prints what the stream publishes, the catalog and merges, one JSON object per line, until interrupted.",
        footer = {"", "Example:", "  kindred consume recommendations --user alice --from-beginning"})
final class ConsumeCommand implements Runnable {

    private final Adapters adapters;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConsumeCommand(Adapters adapters) {
        this.adapters = adapters;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say recommendations, user-profiles, similar-items, affinities, items, merges or dead-letters");
    }

    @Command(
            name = "recommendations",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints refreshed lists.",
            footer = {"", "Example:", "  kindred consume recommendations --user alice"})
    int recommendations(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(
                options,
                which,
                Topics::recommendations,
                config -> new RecommendationsJson(adapters.recommendations().apply(config)));
    }

    @Command(
            name = "user-profiles",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints profiles, which are published where profile.publish.interval.ms says so.",
            footer = {"", "Example:", "  kindred consume user-profiles --from-beginning --until-end"})
    int userProfiles(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(
                options,
                which,
                Topics::userProfiles,
                config -> new UserProfileJson(adapters.profiles().apply(config)));
    }

    @Command(
            name = "affinities",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints the cells of the matrix.",
            footer = {"", "Example:", "  kindred consume affinities --from-beginning --until-end"})
    int affinities(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(
                options,
                which,
                Topics::affinities,
                config -> new AffinityJson(adapters.affinities().apply(config)));
    }

    @Command(
            name = "items",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints what the shop says of its items, in the form that 'items import' reads.",
            footer = {"", "Example:", "  kindred consume items --from-beginning --until-end"})
    int items(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(
                options,
                which,
                Topics::items,
                config -> new ItemJson(adapters.items().apply(config)));
    }

    @Command(
            name = "similar-items",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints what goes with each item, where similar.items.publish.interval.ms is set.",
            footer = {"", "Example:", "  kindred consume similar-items --from-beginning --until-end"})
    int similarItems(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        refuseUser(which);
        return consume(
                options,
                which,
                Topics::similarItems,
                config -> new SimilarItemsJson(adapters.similarItems().apply(config)));
    }

    private void refuseUser(ConsumeOptions which) {
        if (which.user().isPresent()) {
            throw new ParameterException(spec.commandLine(), "items belong to no user: leave out --user");
        }
    }

    @Command(
            name = "merges",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints which users were to become one, good or not; --user takes either.",
            footer = {"", "Example:", "  kindred consume merges --user alice --from-beginning --until-end"})
    int merges(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(
                options,
                which,
                Topics::merges,
                config -> new MergeJson(adapters.merges().apply(config)));
    }

    @Command(
            name = "dead-letters",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints rejected events: why (headers), and what came (value in base64, and a preview).",
            footer = {"", "Example:", "  kindred consume dead-letters --from-beginning --max 5"})
    int deadLetters(@Mixin ConfigOptions options, @Mixin ConsumeOptions which) {
        return consume(options, which, Topics::deadLetters, config -> new DeadLetterJson());
    }

    private int consume(
            ConfigOptions options,
            ConsumeOptions which,
            Function<Topics, String> topic,
            Function<KindredConfig, RecordJson> form) {
        KindredConfig config = options.load();
        RecordJson json = form.apply(config);
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(config), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            new RecordPrinter(consumer, json, which, spec.commandLine().getOut()).print(topic.apply(config.topics()));
        }
        return ExitCode.OK;
    }

    /** Reads what is committed, in no group. */
    private static Map<String, Object> properties(KindredConfig config) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
        properties.putAll(config.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return properties;
    }
}
