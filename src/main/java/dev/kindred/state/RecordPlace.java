package dev.kindred.state;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record is, for messages. */
record RecordPlace(String topic, int partition, long offset) {

    static final RecordPlace UNKNOWN = new RecordPlace("?", 0, -1);

    static RecordPlace of(ConsumerRecord<?, ?> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    static RecordPlace of(RecordMetadata metadata) {
        return new RecordPlace(metadata.topic(), metadata.partition(), metadata.offset());
    }

    @Override
    public String toString() {
        return "%s-%d offset %d".formatted(topic, partition, offset);
    }
}
