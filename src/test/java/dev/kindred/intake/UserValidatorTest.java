package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.UserAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UserValidatorTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long HOUR = 3_600_000;

    private final UserValidator validator =
            new UserValidator(new IntakeSettings(10, Duration.ofHours(1), Instant.EPOCH));

    private String problem(String user, Map<String, String> attributes, Map<String, Boolean> consents, long updatedMs) {
        return validator
                .check(new UserAttributes(user, attributes, consents, updatedMs), NOW)
                .map(rejection -> rejection.reason() + ": " + rejection.detail())
                .orElse("");
    }

    @Test
    void acceptsOrdinaryAttributes() {
        assertThat(problem("ann", Map.of("country", "DE"), Map.of("email", false), NOW + HOUR))
                .isEmpty();
        assertThat(problem("ann", Map.of(), Map.of(), 0)).isEmpty();
    }

    @Test
    void rejectsIdsThatEventsCannotHave() {
        assertThat(problem("x".repeat(11), Map.of(), Map.of(), NOW))
                .isEqualTo("INVALID_USER: userId is longer than 10 bytes");
    }

    @Test
    void rejectsInvalidNames() {
        String rule = " must have names that are not blank, of at most 1000 characters";
        assertThat(problem("ann", Map.of(" ", "DE"), Map.of(), NOW)).isEqualTo("INVALID_ATTRIBUTES: attributes" + rule);
        assertThat(problem("ann", Map.of(), Map.of("x".repeat(1_001), true), NOW))
                .isEqualTo("INVALID_ATTRIBUTES: consents" + rule);
    }

    @Test
    void rejectsTooManyOrTooLongAttributes() {
        Map<String, String> many =
                IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> "name-" + i, i -> "value"));

        assertThat(problem("ann", many, Map.of(), NOW))
                .isEqualTo("INVALID_ATTRIBUTES: attributes must be at most 100, got 101");
        assertThat(problem("ann", Map.of("about", "x".repeat(1_001)), Map.of(), NOW))
                .isEqualTo("INVALID_ATTRIBUTES: attributes must have values of at most 1000 characters");
    }

    @Test
    void rejectsInvalidTimes() {
        String rule = "INVALID_TIME: updatedMs must not be before 1970, nor more than 3600000 ms ahead, got ";
        assertThat(problem("ann", Map.of(), Map.of(), -1)).isEqualTo(rule + -1);
        assertThat(problem("ann", Map.of(), Map.of(), NOW + HOUR + 1)).isEqualTo(rule + (NOW + HOUR + 1));
    }
}
