package dev.kindred.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Prints the records of one topic, one JSON object per line; joins no group and commits nothing. */
final class RecordPrinter {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordJson form;
    private final ConsumeOptions options;
    private final PrintWriter out;
    private long printed;

    RecordPrinter(Consumer<byte[], byte[]> consumer, RecordJson form, ConsumeOptions options, PrintWriter out) {
        this.consumer = consumer;
        this.form = form;
        this.options = options;
        this.out = out;
    }

    /**
     * Prints until the requested number or the end is reached, or without end.
     *
     * @throws CommandException if the topic does not exist or a record has another form
     */
    void print(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        consumer.assign(partitions);
        seek(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (printed < options.max() && !(options.untilEnd() && isPast(ends))) {
            consumer.poll(POLL).forEach(this::printIfAsked);
            out.flush();
        }
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CommandException("there is no topic " + topic + ": create it with 'kindred topics create'");
        }
        return partitions;
    }

    private void seek(List<TopicPartition> partitions) {
        if (options.fromBeginning()) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
    }

    private boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void printIfAsked(ConsumerRecord<byte[], byte[]> message) {
        if (printed < options.max()) {
            try {
                printIfOfUser(message);
            } catch (RuntimeException e) {
                throw new CommandException(
                        "cannot read the record at %s-%d offset %d (%s): check deserializer.class and schema.registry.url"
                                .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()),
                        e);
            }
        }
    }

    private void printIfOfUser(ConsumerRecord<byte[], byte[]> message) {
        if (options.user().map(user -> form.isOf(user, message)).orElse(true)) {
            out.println(form.toJson(message));
            printed++;
        }
    }
}
