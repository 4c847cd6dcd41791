package dev.kindred.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Says which rights on the cluster an instance lacks: which operation on which resource, and for whom.
 *
 * <p>Kafka's own exceptions name no operation and no principal.
 */
public final class AccessCheck {

    private final AccessRights rights;
    private final String principal;

    /** @param principal as {@link Principals#of} tells it */
    public AccessCheck(AccessRights rights, String principal) {
        this.rights = rights;
        this.principal = principal;
    }

    /**
     * Asks the brokers for the rights on all topics. Missing topics are not looked at.
     *
     * @throws AdminException if a right is missing
     */
    public void run(Admin admin) {
        Map<String, Set<AclOperation>> needed = rights.byTopic();
        DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        List<String> missing = new ArrayList<>();
        new TreeMap<>(admin.describeTopics(needed.keySet(), options).topicNameValues())
                .forEach((topic, answer) -> granted(topic, answer)
                        .ifPresent(granted -> needed.getOrDefault(topic, Set.of()).stream()
                                .filter(operation -> !granted.contains(operation))
                                .map(operation -> AccessRights.nameOf(operation) + " on topic " + topic)
                                .forEach(missing::add)));
        if (!missing.isEmpty()) {
            throw new AdminException(sentence(String.join(", ", missing)));
        }
    }

    /** Empty if there is no such topic, or the brokers do not say. */
    private static Optional<Set<AclOperation>> granted(String topic, KafkaFuture<TopicDescription> answer) {
        String purpose = "look up topic " + topic;
        try {
            return Optional.ofNullable(Answers.awaitOrFail(answer, purpose).authorizedOperations());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            if (e.getCause() instanceof TopicAuthorizationException) {
                return Optional.of(Set.of());
            }
            throw Answers.failure(purpose, Answers.causeOf(e));
        }
    }

    /** A failure for lack of rights as a sentence; empty if it has another cause. */
    public Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException refusal) {
                return Optional.of(sentence(denied(refusal)));
            }
        }
        return Optional.empty();
    }

    private String denied(AuthorizationException refusal) {
        if (refusal instanceof TopicAuthorizationException topics) {
            return topics.unauthorizedTopics().stream()
                    .map(topic -> names(rights.byTopic().getOrDefault(topic, Set.of(AclOperation.CREATE)))
                            + " on topic " + topic)
                    .collect(Collectors.joining(", "));
        }
        if (refusal instanceof GroupAuthorizationException group) {
            return "Read on group " + group.groupId();
        }
        return refusal instanceof TransactionalIdAuthorizationException
                ? "Describe and Write on the transactional ids of the application"
                : String.valueOf(refusal.getMessage());
    }

    private static String names(Set<AclOperation> operations) {
        return operations.stream().map(AccessRights::nameOf).collect(Collectors.joining(", ", "one of ", ""));
    }

    private String sentence(String denied) {
        return "Kafka does not allow " + principal + ": " + denied
                + "; 'kindred topics acls' prints the rights to grant";
    }
}
