package dev.kindred.query;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The observations that an instance makes every few seconds, beside its stream.
 *
 * @param brokers whether they answer
 * @param lag the records of the inputs that wait
 * @param standbys the copies of other instances' stores, kept for a takeover or to move a partition here
 * @param files the configuration and the rules in force
 * @param deadLetters the number of rejected records since the start, by reason; without those that are zero
 */
public record Health(
        Brokers brokers, Lag lag, List<Standby> standbys, List<RuleFile> files, Map<String, Long> deadLetters) {

    public Health {
        standbys = List.copyOf(standbys);
        files = List.copyOf(files);
        deadLetters = Map.copyOf(deadLetters);
    }

    /**
     * Whether the brokers answer.
     *
     * @param since when they began to answer, or ceased to
     */
    public record Brokers(boolean reachable, Instant since) {}

    /**
     * The lag of the whole application, also of partitions that no instance has.
     *
     * @param measured the time of the measurement; empty if there was none yet
     * @param partitions those of all inputs that have received a record, and those of the events
     */
    public record Lag(Optional<Instant> measured, List<PartitionLag> partitions) {

        public static final Lag UNKNOWN = new Lag(Optional.empty(), List.of());

        public Lag {
            partitions = List.copyOf(partitions);
        }

        /** The same of some partitions only, in all topics. */
        public Lag ofPartitions(List<Integer> numbers) {
            return new Lag(
                    measured,
                    partitions.stream()
                            .filter(partition -> numbers.contains(partition.partition()))
                            .toList());
        }

        /** All records that wait. */
        public long records() {
            return partitions.stream().mapToLong(PartitionLag::records).sum();
        }

        /** The age of the oldest record that waits; zero if none does, empty if that is not known. */
        public Optional<Duration> age() {
            return partitions.stream()
                    .flatMap(partition -> partition.age().stream())
                    .max(Duration::compareTo);
        }
    }

    /**
     * The lag of one partition.
     *
     * @param records between the committed offset and the end of the partition
     * @param age the time since the oldest of them arrived; zero if none waits, empty if that is not known
     */
    public record PartitionLag(String topic, int partition, long records, Optional<Duration> age) {}

    /**
     * A copy of a store.
     *
     * @param records of its changelog that it lacks
     */
    public record Standby(String store, int partition, long records) {}

    /**
     * A file of settings or rules.
     *
     * @param name what it holds: configuration, scenarios or segments
     * @param file its path; empty if the program's own is in force
     * @param loaded when the content in force was read
     * @param error the sentence that says why the present file is not in force; empty if it is
     */
    public record RuleFile(String name, Optional<Path> file, Instant loaded, Optional<String> error) {}
}
