package dev.kindred.admin;

import dev.kindred.topology.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/**
 * Resets an application to the state before its first run: the next start reads all retained events.
 *
 * <p>The topic of records between tasks is always emptied, because reading events and merges again sends them again.
 * Affinities, recommendations, profiles and similar items are emptied on request only: until the next event, or the
 * next refresh of an item, they are the best known results.
 */
public final class ApplicationReset {

    private static final Set<GroupState> INACTIVE = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private final Admin admin;
    private final Topics topics;
    private final String applicationId;
    private final Path stateDirectory;

    /**
     * A reset of one application.
     *
     * @param admin the caller closes it
     * @param stateDirectory directory of the local stores of this application only
     */
    public ApplicationReset(Admin admin, Topics topics, String applicationId, Path stateDirectory) {
        this.admin = admin;
        this.topics = topics;
        this.applicationId = applicationId;
        this.stateDirectory = stateDirectory;
    }

    /**
     * Determines what a reset would delete, without deleting.
     *
     * @param outputs whether to delete affinities, recommendations, profiles and similar items too
     * @throws AdminException if the application still runs, or the cluster does not answer
     */
    public ResetPlan plan(boolean outputs) {
        Map<String, GroupListing> groups = groups();
        checkStopped(Optional.ofNullable(groups.get(applicationId)));
        Set<String> existing = Answers.await(admin.listTopics().names(), "list topics");
        return new ResetPlan(
                Optional.of(applicationId).filter(groups::containsKey),
                InternalTopics.of(applicationId, existing),
                emptied(outputs).stream().filter(existing::contains).toList(),
                Optional.of(stateDirectory).filter(Files::exists));
    }

    /**
     * Determines what is left of an application id that is no longer used, without deleting. Topics that its successor uses
     * stay as they are.
     *
     * @throws AdminException if the application still runs, or the cluster does not answer
     */
    public ResetPlan planOfFormer() {
        ResetPlan plan = plan(false);
        return new ResetPlan(plan.group(), plan.internalTopics(), List.of(), plan.stateDirectory());
    }

    /**
     * Executes a plan.
     *
     * @throws AdminException if the application was started since, or the cluster refuses; running it again is safe
     */
    public void execute(ResetPlan plan) {
        checkStopped(Optional.ofNullable(groups().get(applicationId)));
        plan.group().ifPresent(this::deleteGroup);
        if (!plan.internalTopics().isEmpty()) {
            Answers.await(admin.deleteTopics(plan.internalTopics()).all(), "delete internal topics");
        }
        if (!plan.emptiedTopics().isEmpty()) {
            empty(plan.emptiedTopics());
        }
        plan.stateDirectory().ifPresent(StateDirectory::delete);
    }

    private List<String> emptied(boolean outputs) {
        List<String> emptied = new ArrayList<>(topics.former());
        emptied.add(topics.control());
        if (outputs) {
            emptied.addAll(List.of(
                    topics.affinities(),
                    topics.recommendations(),
                    topics.userProfiles(),
                    topics.similarItems(),
                    topics.outcomes(),
                    topics.rankerStatistics()));
        }
        return emptied;
    }

    private Map<String, GroupListing> groups() {
        return Answers.await(admin.listGroups().all(), "list consumer groups").stream()
                .collect(Collectors.toMap(GroupListing::groupId, Function.identity()));
    }

    private void checkStopped(Optional<GroupListing> group) {
        Optional<GroupState> state = group.flatMap(GroupListing::groupState);
        if (state.isPresent() && !INACTIVE.contains(state.get())) {
            throw new AdminException("application " + applicationId + " still runs: stop all of its processes first;"
                    + " one that crashed counts as running for up to a minute");
        }
    }

    private void deleteGroup(String group) {
        GroupType type = Optional.ofNullable(groups().get(group))
                .flatMap(GroupListing::type)
                .orElse(GroupType.CLASSIC);
        Answers.await(
                type == GroupType.STREAMS
                        ? admin.deleteStreamsGroups(List.of(group)).all()
                        : admin.deleteConsumerGroups(List.of(group)).all(),
                "delete consumer group " + group);
    }

    /** Deletes all records. The topics, their settings and their access rights stay. */
    private void empty(Collection<String> names) {
        Map<TopicPartition, RecordsToDelete> ends =
                Answers.await(admin.describeTopics(names).allTopicNames(), "look up topics").values().stream()
                        .flatMap(description -> partitions(description).stream())
                        .collect(Collectors.toMap(Function.identity(), partition -> RecordsToDelete.beforeOffset(-1)));
        Answers.await(admin.deleteRecords(ends).all(), "delete the records of topics " + String.join(", ", names));
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }
}
