package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.Health;
import dev.kindred.query.Status;
import dev.kindred.recommend.LearnedList;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The status as JSON. */
record StatusAnswer(
        @Described("The version of the program.") String version,

        @Described("The state of the stream, in the terms of Kafka Streams.")
        String state,

        @Described("Whether the instance can answer queries on its users.")
        boolean ready,

        @Described("Why the instance cannot answer them; absent if it can.") @Nullable
        String obstacle,

        @Described("The partitions of the events that this instance processes.")
        List<Integer> partitions,

        @Described("The size of the matrix.") Matrix matrix,

        @Described("The size of the catalog.") Catalog catalog,

        @Described("The stores that are being restored now.")
        List<Restoring> restoring,

        @Described("What lists have learned from events, and from how many; empty if none learns.")
        List<Learned> learned,

        @Described("The records that wait in the inputs of the whole application, up to a few seconds ago.")
        Lag lag,

        @Described("Whether the brokers answer.") Brokers brokers,

        @Described("Copies of the stores of other instances, for a takeover or to move a partition here.")
        List<Standby> standbys,

        @Described("Rejected records since the start, by reason.")
        Map<String, Long> deadLetters,

        @Described("The files of settings and rules.") List<RuleFile> files) {

    StatusAnswer {
        partitions = List.copyOf(partitions);
        restoring = List.copyOf(restoring);
        learned = List.copyOf(learned);
        standbys = List.copyOf(standbys);
        deadLetters = Collections.unmodifiableMap(new TreeMap<>(deadLetters));
        files = List.copyOf(files);
    }

    /** The size of the matrix. */
    record Matrix(
            @Described("Users with at least one remembered cell.")
            int users,

            @Described("Remembered cells.") int cells,
            @Described("Items seen so far.") int items,

            @Described("Records of its topic not read yet; absent if unknown.") @Nullable
            Long lag) {}

    /** The size of the catalog. */
    record Catalog(@Described("Items in the catalog.") int items) {}

    /** How far a store has come. */
    record Restoring(
            String store,
            @Described("Records read so far.") long restored,

            @Described("Approximate number of records to read.")
            long expected) {}

    /** The learned weights of a list. */
    record Learned(
            @Described("The scenario, and after a slash the variant.")
            String list,

            @Described("ranker or weights.") String kind,

            @Described("The number of candidates of a ranker, of events of weights; older ones count less.")
            double examples,

            List<Weights> weights) {

        Learned {
            weights = List.copyOf(weights);
        }
    }

    /** Learned weights for some users. */
    record Weights(
            @Described("The least number of these users' items; 0 for all users.")
            int items,

            @Described("The weight of each feature of a ranker, of each strategy otherwise.")
            Map<String, Double> values) {

        Weights {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The lag of the inputs. */
    record Lag(
            @Described("Records between the committed offsets and the ends of the partitions.")
            long records,

            @Described("Age of the oldest waiting record; 0 if none waits, absent if unknown.") @Nullable
            Double seconds,

            @Described("When it was measured; absent before the first time.") @Nullable
            String measured,

            @Described("The partitions of the events, and those of other inputs that ever received a record.")
            List<PartitionLag> partitions) {

        Lag {
            partitions = List.copyOf(partitions);
        }
    }

    /** The lag of a partition. */
    record PartitionLag(
            String topic,
            int partition,

            @Described("Whether this instance processes it.")
            boolean own,

            @Described("Records that wait.") long records,

            @Described("Age of the oldest one; 0 if none waits, absent if unknown.") @Nullable
            Double seconds) {}

    /** Whether the brokers answer. */
    record Brokers(
            @Described("Whether they answered the last request.")
            boolean reachable,

            @Described("When they began to answer, or ceased to.")
            String since) {}

    /** A copy of a store. */
    record Standby(
            String store,
            int partition,

            @Described("Records of its changelog that it lacks.")
            long records) {}

    /** A file of settings or rules. */
    record RuleFile(
            @Described("configuration, scenarios or segments.")
            String name,

            @Described("Its path; absent if the content is the program's own.") @Nullable
            String file,

            @Described("When the content in force was read.")
            String loaded,

            @Described("Why the present file is not in force; absent if it is.") @Nullable
            String error) {}

    static StatusAnswer of(String version, Status status) {
        return new StatusAnswer(
                version,
                status.state(),
                status.ready(),
                status.obstacle().orElse(null),
                status.partitions(),
                matrix(status.matrix()),
                new Catalog(status.catalog()),
                status.restoring().stream()
                        .map(store -> new Restoring(store.store(), store.restored(), store.expected()))
                        .toList(),
                status.learned().stream().map(StatusAnswer::learned).toList(),
                lag(status.health().lag(), status.partitions()),
                new Brokers(
                        status.health().brokers().reachable(),
                        status.health().brokers().since().toString()),
                status.health().standbys().stream()
                        .map(copy -> new Standby(copy.store(), copy.partition(), copy.records()))
                        .toList(),
                status.health().deadLetters(),
                status.health().files().stream().map(StatusAnswer::file).toList());
    }

    private static Learned learned(LearnedList list) {
        return new Learned(
                list.list(),
                list.kind(),
                list.examples(),
                list.weights().stream()
                        .map(weights -> new Weights(weights.items(), weights.values()))
                        .toList());
    }

    private static Lag lag(Health.Lag lag, List<Integer> own) {
        return new Lag(
                lag.records(),
                seconds(lag.age()),
                lag.measured().map(Instant::toString).orElse(null),
                lag.partitions().stream()
                        .map(partition -> new PartitionLag(
                                partition.topic(),
                                partition.partition(),
                                own.contains(partition.partition()),
                                partition.records(),
                                seconds(partition.age())))
                        .toList());
    }

    private static @Nullable Double seconds(Optional<Duration> age) {
        return age.map(known -> known.toMillis() / 1e3).orElse(null);
    }

    private static RuleFile file(Health.RuleFile file) {
        return new RuleFile(
                file.name(),
                file.file().map(Path::toString).orElse(null),
                file.loaded().toString(),
                file.error().orElse(null));
    }

    private static Matrix matrix(Status.Matrix matrix) {
        OptionalLong lag = matrix.lag();
        return new Matrix(matrix.users(), matrix.cells(), matrix.items(), lag.isPresent() ? lag.getAsLong() : null);
    }
}
