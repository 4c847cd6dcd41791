package dev.kindred.cli;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.model.Affinity;
import dev.kindred.model.Item;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.profile.PublishedProfile;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What the commands take from the stream.
 *
 * @param topology describes the stream in text
 * @param recommendations reads the values of the topic of recommendations
 * @param affinities reads the values of the topic of affinities
 * @param items reads the values of the topic of items
 * @param profiles reads the values of the topic of profiles
 * @param similarItems reads the values of the topic of similar items
 * @param merges reads the values of the topic of merges
 */
record Adapters(
        Function<KindredConfig, String> topology,
        Function<KindredConfig, Deserializer<Recommendations>> recommendations,
        Function<KindredConfig, Deserializer<Affinity>> affinities,
        Function<KindredConfig, Deserializer<Item>> items,
        Function<KindredConfig, Deserializer<PublishedProfile>> profiles,
        Function<KindredConfig, Deserializer<SimilarItemLists>> similarItems,
        Function<KindredConfig, Deserializer<Merge>> merges) {

    /** Those of the program. */
    static Adapters standard() {
        return new Adapters(
                config -> Topologies.of(config, config.topicSettings().partitions())
                        .describe()
                        .toString(),
                config -> Topologies.serdes(config).recommendationsDeserializer(),
                config -> Topologies.serdes(config).affinityDeserializer(),
                config -> Topologies.serdes(config).itemDeserializer(),
                config -> Topologies.serdes(config).profileDeserializer(),
                config -> Topologies.serdes(config).similarItemsDeserializer(),
                config -> Topologies.serdes(config).mergeDeserializer());
    }
}
