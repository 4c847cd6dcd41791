package dev.kindred.admin;

import java.util.Map;

/**
 * What a topic looks like on the cluster.
 *
 * @param configs its effective settings by Kafka's names
 */
record TopicState(String name, int partitions, Map<String, String> configs) {

    String config(String key) {
        return configs.getOrDefault(key, "");
    }
}
