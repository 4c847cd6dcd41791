package dev.kindred.admin;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Opens a client of a person's patience: it gives up after seconds where Kafka's default waits a minute. */
public final class Connection {

    private static final Map<String, Object> PATIENCE = Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");

    private Connection() {}

    /**
     * A client that the caller closes.
     *
     * @param clientProperties the brokers, security, and timeouts if others are wanted
     * @throws AdminException if the properties make no client
     */
    public static Admin open(Map<String, Object> clientProperties) {
        Map<String, Object> properties = new HashMap<>(PATIENCE);
        properties.putAll(clientProperties);
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdminException("cannot connect to Kafka: " + cause.getMessage(), e);
        }
    }
}
