package dev.kindred.admin;

import java.util.Map;

/**
 * The state of a topic on the cluster.
 *
 * @param configs its effective settings by Kafka's names
 */
record TopicState(String name, int partitions, Map<String, String> configs) {

    String config(String key) {
        return configs.getOrDefault(key, "");
    }
}
