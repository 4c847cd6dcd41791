package dev.kindred.config;

import org.apache.kafka.common.config.ConfigDef;

/** Adds settings to a definition under one heading, in the order in which they are added. */
final class Group {

    private final ConfigDef definition;
    private final String heading;
    private int size;

    Group(ConfigDef definition, String heading) {
        this.definition = definition;
        this.heading = heading;
    }

    /** @param sentence what the setting is, then when to change it */
    Group add(
            String key,
            ConfigDef.Type type,
            Object byDefault,
            Limit limit,
            ConfigDef.Importance importance,
            String sentence) {
        definition.define(
                key, type, byDefault, limit, importance, sentence, heading, ++size, ConfigDef.Width.MEDIUM, key);
        return this;
    }
}
