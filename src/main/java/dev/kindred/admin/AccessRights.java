package dev.kindred.admin;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import dev.kindred.topology.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The least rights of an instance on the cluster: what it does with its topics, its group and its transactions.
 *
 * <p>It may not create its topics; {@code kindred topics create} does this beforehand, with a principal of its own. The
 * changelogs it creates itself, as Kafka Streams knows their configuration.
 */
public final class AccessRights {

    private static final String EVERYWHERE = "*";

    private final Topics topics;
    private final String applicationId;

    /** The rights of the instances of one application. */
    public AccessRights(Topics topics, String applicationId) {
        this.topics = topics;
        this.applicationId = applicationId;
    }

    /** Operations by topic, sorted by name. */
    Map<String, Set<AclOperation>> byTopic() {
        Map<String, Set<AclOperation>> rights = new TreeMap<>();
        Stream.of(
                        topics.events(),
                        topics.items(),
                        topics.merges(),
                        topics.erasures(),
                        topics.users()) // read, and written for HTTP clients
                .forEach(name -> rights.put(name, with(READ, WRITE)));
        Stream.of(topics.control(), topics.affinities(), topics.outcomes(), topics.rankerStatistics())
                .forEach(name -> rights.put(name, with(READ, WRITE)));
        Stream.of(
                        topics.recommendations(),
                        topics.userProfiles(),
                        topics.similarItems(),
                        topics.erasureReceipts(),
                        topics.deadLetters())
                .forEach(name -> rights.put(name, with(WRITE)));
        topics.former()
                .forEach(name -> rights.put(name, EnumSet.of(DESCRIBE, READ))); // what is left in them, if they exist
        return rights;
    }

    private static Set<AclOperation> with(AclOperation... operations) {
        Set<AclOperation> all = EnumSet.of(DESCRIBE, DESCRIBE_CONFIGS); // to check the topics at the start
        all.addAll(List.of(operations));
        return all;
    }

    /** One binding for every right. */
    public List<AclBinding> bindings(String principal) {
        List<AclBinding> bindings = new ArrayList<>();
        byTopic()
                .forEach((name, operations) -> operations.forEach(
                        operation -> bindings.add(literal(ResourceType.TOPIC, name, operation, principal))));
        for (String changelog : InternalTopics.all(applicationId)) {
            for (AclOperation operation : List.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE)) {
                bindings.add(literal(ResourceType.TOPIC, changelog, operation, principal));
            }
        }
        bindings.add(literal(ResourceType.GROUP, applicationId, READ, principal));
        for (AclOperation operation : List.of(DESCRIBE, WRITE)) { // one id for each thread
            bindings.add(binding(
                    ResourceType.TRANSACTIONAL_ID, applicationId + "-", PatternType.PREFIXED, operation, principal));
        }
        return bindings;
    }

    private static AclBinding literal(ResourceType type, String name, AclOperation operation, String principal) {
        return binding(type, name, PatternType.LITERAL, operation, principal);
    }

    private static AclBinding binding(
            ResourceType type, String name, PatternType pattern, AclOperation operation, String principal) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, EVERYWHERE, operation, AclPermissionType.ALLOW));
    }

    /** The same as options of {@code kafka-acls.sh --add}: one line for each resource. */
    public List<String> commandLines(String principal) {
        Map<ResourcePattern, List<AclBinding>> byResource = bindings(principal).stream()
                .collect(Collectors.groupingBy(AclBinding::pattern, LinkedHashMap::new, Collectors.toList()));
        return byResource.entrySet().stream()
                .map(entry -> "--add --allow-principal " + principal + operations(entry.getValue())
                        + resource(entry.getKey()))
                .toList();
    }

    private static String operations(List<AclBinding> bindings) {
        return bindings.stream()
                .map(binding -> " --operation " + nameOf(binding.entry().operation()))
                .collect(Collectors.joining());
    }

    private static String resource(ResourcePattern resource) {
        String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String pattern = resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return " --" + type + " " + resource.name() + pattern;
    }

    /** The name that Kafka's tools use, such as {@code DescribeConfigs}. */
    static String nameOf(AclOperation operation) {
        return Stream.of(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
