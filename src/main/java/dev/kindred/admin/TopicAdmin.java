package dev.kindred.admin;

import dev.kindred.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates missing topics and checks existing ones.
 *
 * <p>An existing topic is never changed: it may be shared, and its owner decides on its settings.
 */
public final class TopicAdmin {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Topics topics;
    private final TopicPlan plan;
    private final String principal;

    /** @param admin the caller closes it */
    public TopicAdmin(Admin admin, Topics topics, TopicSettings settings) {
        this(admin, topics, settings, "this client");
    }

    /** @param principal of the client, for messages; see {@link Principals#of} */
    public TopicAdmin(Admin admin, Topics topics, TopicSettings settings, String principal) {
        this.admin = admin;
        this.topics = topics;
        this.plan = new TopicPlan(topics, settings);
        this.principal = principal;
    }

    /**
     * Creates missing topics and waits until they are usable; several processes may do so concurrently.
     *
     * @throws AdminException if the cluster refuses or does not answer
     */
    public TopicReport createMissing() {
        Map<String, TopicState> before = actual();
        List<String> created = new ArrayList<>();
        for (NewTopic topic : planned(before)) {
            if (!before.containsKey(topic.name()) && create(topic)) {
                created.add(topic.name());
            }
        }
        awaitVisible(planned(before));
        List<String> existing = planned(before).stream()
                .map(NewTopic::name)
                .filter(name -> !created.contains(name))
                .toList();
        return new TopicReport(created, existing, List.of(), differences(before));
    }

    /**
     * Checks the topics without creating any.
     *
     * @throws AdminException if the cluster refuses or does not answer
     */
    public TopicReport check() {
        Map<String, TopicState> actual = actual();
        List<String> missing = planned(actual).stream()
                .map(NewTopic::name)
                .filter(name -> !actual.containsKey(name))
                .toList();
        return new TopicReport(List.of(), List.copyOf(actual.keySet()), missing, differences(actual));
    }

    /**
     * The number of partitions of a topic.
     *
     * @throws AdminException if there is no such topic, or the cluster does not answer
     */
    public int partitionsOf(String topic) {
        return describe(topic)
                .map(description -> description.partitions().size())
                .orElseThrow(() ->
                        new AdminException("there is no topic " + topic + ": create it with 'kindred topics create'"));
    }

    /**
     * The topics of former versions that exist, and may have records that nobody has read.
     *
     * @throws AdminException if the cluster does not answer
     */
    public List<String> former() {
        return topics.former().stream()
                .filter(topic -> describe(topic).isPresent())
                .toList();
    }

    private List<NewTopic> planned(Map<String, TopicState> actual) {
        return plan.topics(Optional.ofNullable(actual.get(topics.events())).map(TopicState::partitions));
    }

    private List<String> differences(Map<String, TopicState> actual) {
        return new TopicCheck(topics).differences(planned(actual), actual);
    }

    private boolean create(NewTopic topic) {
        String purpose = "create topic " + topic.name();
        try {
            Answers.awaitOrFail(admin.createTopics(List.of(topic)).all(), purpose);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            if (e.getCause() instanceof AuthorizationException) {
                throw new AdminException(
                        "Kafka does not allow " + principal + ": Create on topic " + topic.name()
                                + "; run 'kindred topics create' as a principal that may create topics",
                        e);
            }
            throw Answers.failure(purpose, Answers.causeOf(e));
        }
    }

    /** Brokers see a topic shortly after its creation; until then they report that it does not exist. */
    private void awaitVisible(List<NewTopic> created) {
        long giveUpNs = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        for (NewTopic topic : created) {
            while (!isVisible(topic.name())) {
                if (System.nanoTime() - giveUpNs > 0) {
                    throw new AdminException("topic " + topic.name() + " has no leader yet: check that the brokers are"
                            + " well, and try again");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean isVisible(String topic) {
        return describe(topic)
                .filter(description -> description.partitions().stream().allMatch(TopicAdmin::hasLeader))
                .isPresent();
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private Map<String, TopicState> actual() {
        Map<String, TopicDescription> descriptions = new TreeMap<>();
        for (NewTopic topic : plan.topics(Optional.empty())) {
            describe(topic.name()).ifPresent(description -> descriptions.put(topic.name(), description));
        }
        Map<String, Map<String, String>> configs = configs(descriptions.keySet());
        Map<String, TopicState> actual = new TreeMap<>();
        descriptions.forEach((name, description) -> actual.put(
                name, new TopicState(name, description.partitions().size(), configs.getOrDefault(name, Map.of()))));
        return actual;
    }

    private Optional<TopicDescription> describe(String topic) {
        String purpose = "look up topic " + topic;
        try {
            return Answers.awaitOrFail(admin.describeTopics(List.of(topic)).allTopicNames(), purpose).values().stream()
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw Answers.failure(purpose, Answers.causeOf(e));
        }
    }

    private Map<String, Map<String, String>> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> configs = new TreeMap<>();
        Answers.await(admin.describeConfigs(resources).all(), "read the settings of topics")
                .forEach((resource, config) -> configs.put(resource.name(), values(config)));
        return configs;
    }

    private static Map<String, String> values(Config config) {
        Map<String, String> values = new TreeMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                values.put(entry.name(), entry.value());
            }
        }
        return values;
    }
}
