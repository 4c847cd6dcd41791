package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

final class UnusableIdsTest {

    private final UnusableIds ids = new UnusableIds(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void repeatTheReason() {
        SerializationException thrown = ids.add(7, "7 is unknown");

        assertThat(thrown).hasMessage("7 is unknown");
        assertThatThrownBy(() -> ids.check(7))
                .isInstanceOf(SerializationException.class)
                .hasMessage("7 is unknown");
        assertThatCode(() -> ids.check(8)).doesNotThrowAnyException();
    }

    @Test
    void forgetTheOldestWhenThereAreTooMany() {
        for (int id = 0; id <= 1000; id++) {
            assertThat(ids.add(id, "unknown")).isNotNull();
        }

        assertThatCode(() -> ids.check(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ids.check(1)).hasMessage("unknown");
        assertThatThrownBy(() -> ids.check(1000)).hasMessage("unknown");
    }
}
