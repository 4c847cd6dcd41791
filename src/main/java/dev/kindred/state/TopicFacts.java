package dev.kindred.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The facts that decide whether a snapshot may replace the records of a topic.
 *
 * @param id of the topic, which another one of the same name does not have
 * @param tombstonesKept how long the topic keeps tombstones at least
 */
record TopicFacts(String id, Duration tombstonesKept) {

    /** @param properties of an admin client */
    static TopicFacts of(String topic, Map<String, Object> properties) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(properties)) {
            TopicDescription description = Objects.requireNonNull(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .get();
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            long keptMs = Long.parseLong(
                    config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value());
            return new TopicFacts(description.topicId().toString(), Duration.ofMillis(keptMs));
        } catch (ExecutionException e) {
            throw new KafkaException("the topic " + topic + " cannot be described: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
