package dev.kindred.admin;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Opens a client for interactive use: it times out after seconds; Kafka's default is a minute. */
public final class Connection {

    private static final Map<String, Object> PATIENCE = Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");

    private Connection() {}

    /**
     * A client that the caller closes.
     *
     * @param clientProperties brokers, security, and optional timeouts
     * @throws AdminException if the properties are invalid
     */
    public static Admin open(Map<String, Object> clientProperties) {
        Map<String, Object> properties = new HashMap<>(PATIENCE);
        properties.putAll(clientProperties);
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdminException(
                    "no client of Kafka can be created: " + cause.getMessage()
                            + " Correct the settings that begin with kafka.",
                    e);
        }
    }
}
