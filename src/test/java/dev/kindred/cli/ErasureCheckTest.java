package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.cli.ErasureCheck.Finding;
import dev.kindred.cli.ErasureCheck.State;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Merge;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErasureCheckTest {

    private static final long REQUESTED_MS = 1000;
    private static final long NOW_MS = 5000;
    private static final AvroSerdes SERDES = new AvroSerdes(SerdeSettings.bundled());

    private final ErasureReceipt receipt = new ErasureReceipt(
            "r",
            "",
            REQUESTED_MS,
            1001,
            new ErasureReceipt.Held(1, 1, false),
            "",
            Map.of("events", 6000L, "merges", 4000L, "dead-letters", ErasureReceipt.NEVER),
            ErasureReceipt.Link.first(0));
    private final ErasureCheck check = new ErasureCheck(receipt, UserMatch.ofId("ann"), Set.of("affinities"), NOW_MS);
    private long offset;

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private void add(String topic, byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        check.add(new ConsumerRecord<>(
                topic,
                0,
                offset++,
                timestampMs,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    @Test
    void recordsThatTimeRemovesAreOverdueAfterTheirDate() {
        add("events", bytes("ann"), bytes("x"), REQUESTED_MS);
        add("events", bytes("ben"), bytes("x"), REQUESTED_MS);
        add("merges", bytes("ben"), SERDES.mergeSerializer().serialize("", new Merge("ben", "ann", 0)), 900);
        add("dead-letters", null, bytes("{\"userId\":\"ann\""), 900);

        assertThat(check.findings())
                .containsExactly(
                        new Finding("events", 0, 0, State.WAITS_FOR_TIME, 6000),
                        new Finding("merges", 0, 2, State.OVERDUE, 4000),
                        new Finding("dead-letters", 0, 3, State.KEPT_FOR_EVER, -1));
    }

    @Test
    void aUserWhoCameBackIsNotOverdue() {
        add("events", bytes("ann"), bytes("x"), REQUESTED_MS + 1);
        add("affinities", new CellKey("ann", "tea").toBytes(), bytes("x"), REQUESTED_MS + 1);

        assertThat(check.findings()).isEmpty();
        assertThat(check.newer()).isEqualTo(2);
    }

    @Test
    void cellsNeedATombstone() {
        add("affinities", new CellKey("ann", "tea").toBytes(), bytes("x"), 900);
        add("affinities", new CellKey("ann", "cup").toBytes(), bytes("x"), 900);
        add("affinities", new CellKey("ann", "tea").toBytes(), null, 1001);
        add("affinities", new CellKey("anna", "tea").toBytes(), bytes("x"), 900);

        assertThat(check.findings())
                .containsExactlyInAnyOrder(
                        new Finding("affinities", 0, 0, State.WAITS_FOR_CLEANER, -1),
                        new Finding("affinities", 0, 1, State.OVERDUE, -1),
                        new Finding("affinities", 0, 2, State.WAITS_FOR_CLEANER, -1));
    }

    @ParameterizedTest
    @CsvSource({"'user=ann,', true", "ann, true", "'\u0006anntea', true", "joann, false", "annabel, false", "an, false"
    })
    void findsAnIdAmongOtherBytes(String value, boolean isFound) {
        add("dead-letters", null, bytes(value), 900);

        assertThat(check.findings()).hasSize(isFound ? 1 : 0);
    }
}
