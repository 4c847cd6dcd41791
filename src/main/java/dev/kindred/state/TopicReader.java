package dev.kindred.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads ranges of a topic, its partitions side by side: some threads fetch and decode, and the calling thread applies
 * what they found, the records of a partition in their order. Not thread safe; it reads once.
 */
final class TopicReader<K, V> {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofMinutes(5); // as long as Kafka Streams waits for an answer
    private static final int MAX_THREADS = 4;

    private final Map<String, Object> consumer;
    private final ModelSource<K, V> source;
    private final Map<TopicPartition, Range> ranges;
    private final int threads;
    private final BlockingQueue<Message<K, V>> messages;
    private volatile boolean isStopped;

    /** Offsets of a partition, the first one and the one after the last. */
    record Range(long from, long to) {

        long size() {
            return to - from;
        }
    }

    /** Tells the reading thread something. */
    private sealed interface Message<K, V> permits Batch, Failure {}

    /**
     * Records of a partition.
     *
     * @param position the offset of the next one
     */
    record Batch<K, V>(TopicPartition partition, List<ConsumerRecord<K, V>> records, long position)
            implements Message<K, V> {}

    /** @param cause a {@link RuntimeException} or an {@link OutOfMemoryError} */
    private record Failure<K, V>(Throwable cause) implements Message<K, V> {}

    /** Applies batches, in the thread that reads. */
    interface Receiver<K, V> {

        /**
         * Applies a batch.
         *
         * @param done the part of all offsets that was read, with this batch, in [0, 1]
         */
        void receive(Batch<K, V> batch, double done);
    }

    /** @param consumer the properties of consumers without deserializers */
    TopicReader(Map<String, Object> consumer, ModelSource<K, V> source, Map<TopicPartition, Range> ranges) {
        this.consumer = consumer;
        this.source = source;
        this.ranges = ranges;
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = Math.min(ranges.size(), Math.min(processors, MAX_THREADS));
        this.messages = new ArrayBlockingQueue<>(2 * threads);
    }

    /**
     * Reads all ranges. A record that cannot be decoded is skipped.
     *
     * @return the offsets behind the last records that were applied, at least the ends of the ranges
     * @throws TimeoutException if the broker does not answer
     */
    Map<TopicPartition, Long> read(Receiver<K, V> receiver) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        ranges.forEach((partition, range) -> positions.put(partition, range.from()));
        long all = ranges.values().stream().mapToLong(Range::size).sum();
        long read = 0;
        List<List<TopicPartition>> shares = shares();
        List<Thread> readers = new ArrayList<>();
        try {
            for (List<TopicPartition> share : shares) {
                readers.add(start(share));
            }
            while (read < all) {
                Batch<K, V> batch = next();
                long before = positions.put(batch.partition(), batch.position());
                long end = rangeOf(batch.partition()).to();
                read += Math.min(end, batch.position()) - Math.min(end, before);
                receiver.receive(batch, (double) read / all);
            }
            return positions;
        } finally {
            isStopped = true;
            messages.clear();
            readers.forEach(TopicReader::join);
        }
    }

    /** The partitions that are not empty, in turns. */
    private List<List<TopicPartition>> shares() {
        List<List<TopicPartition>> shares = new ArrayList<>();
        List<TopicPartition> open = ranges.keySet().stream()
                .filter(partition -> rangeOf(partition).size() > 0)
                .toList();
        for (int thread = 0; thread < Math.min(threads, open.size()); thread++) {
            List<TopicPartition> share = new ArrayList<>();
            for (int i = thread; i < open.size(); i += threads) {
                share.add(open.get(i));
            }
            shares.add(share);
        }
        return shares;
    }

    private Range rangeOf(TopicPartition partition) {
        return Objects.requireNonNull(ranges.get(partition));
    }

    private Batch<K, V> next() {
        try {
            Message<K, V> message = messages.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message instanceof Failure<K, V> failure) {
                if (failure.cause() instanceof OutOfMemoryError error) {
                    throw error;
                }
                throw (RuntimeException) failure.cause();
            }
            if (message instanceof Batch<K, V> batch) {
                return batch;
            }
            throw new TimeoutException(
                    "no record of " + source.topic() + " arrived for " + SILENCE.toMinutes() + " minutes");
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Thread start(List<TopicPartition> share) {
        Thread thread = new Thread(() -> fetch(share), "restore-" + source.store());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(List<TopicPartition> share) {
        try (KafkaConsumer<K, V> open =
                new KafkaConsumer<>(consumer, source.keys(), source.values().get())) {
            Set<TopicPartition> left = new HashSet<>(share);
            open.assign(share);
            Map<TopicPartition, Long> positions = new HashMap<>();
            for (TopicPartition partition : share) {
                positions.put(partition, rangeOf(partition).from());
                open.seek(partition, rangeOf(partition).from());
            }
            while (!left.isEmpty() && !isStopped) {
                ConsumerRecords<K, V> records = poll(open);
                for (TopicPartition partition : List.copyOf(left)) {
                    long position = open.position(partition);
                    if (position > positions.put(partition, position)) {
                        put(new Batch<>(partition, records.records(partition), position));
                    }
                    if (position >= rangeOf(partition).to()) {
                        left.remove(partition);
                        open.pause(List.of(partition));
                    }
                }
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            put(new Failure<>(e));
        }
    }

    private ConsumerRecords<K, V> poll(KafkaConsumer<K, V> open) {
        while (true) {
            try {
                return open.poll(POLL);
            } catch (RecordDeserializationException e) {
                RuntimeException failure = e.getCause() instanceof RuntimeException cause ? cause : e;
                RecordPlace place =
                        new RecordPlace(source.topic(), e.topicPartition().partition(), e.offset());
                if (!UndecodableRecords.skip(place, failure)) {
                    throw failure;
                }
                open.seek(e.topicPartition(), e.offset() + 1);
            }
        }
    }

    private void put(Message<K, V> message) {
        try {
            while (!isStopped && !messages.offer(message, POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                // the applying thread is busy
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
