package dev.kindred.lab.embedded;

import dev.kindred.model.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Kafka's settings for one small broker that is also its own controller; {@code broker.properties} has most of them. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String LISTENER = "CLIENTS";

    private BrokerProperties() {}

    /** @param more of the same kind, which win */
    static Map<String, String> of(Ports ports, Path logDirectory, Map<String, String> more) {
        String controller = Ports.HOST + ":" + ports.controller();
        String broker = LISTENER + "://" + Ports.HOST + ":" + ports.broker();
        Map<String, String> properties = bundled();
        properties.put("listeners", broker + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        properties.put("log.dirs", logDirectory.toString());
        properties.putAll(more);
        return properties;
    }

    private static Map<String, String> bundled() {
        Properties bundled = new Properties();
        try {
            bundled.load(new StringReader(Resources.text(BrokerProperties.class, "broker.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        Map<String, String> properties = new HashMap<>();
        bundled.stringPropertyNames().forEach(key -> properties.put(key, bundled.getProperty(key)));
        return properties;
    }
}
