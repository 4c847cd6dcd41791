package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventValidatorTest {

    private static final long NOW_MS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long EARLIEST_MS =
            Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    private static final long TOLERANCE_MS = 60_000;

    private final EventValidator validator = new EventValidator(
            new IntakeSettings(8, Duration.ofMillis(TOLERANCE_MS), Instant.ofEpochMilli(EARLIEST_MS)));

    private static RawInteraction event(String user, String item, long timestampMs, double strength) {
        return new RawInteraction(
                Optional.of("e-1"), user, item, Optional.of(InteractionType.CLICK), timestampMs, strength);
    }

    private Optional<RejectionReason> reason(RawInteraction event) {
        return validator.check(event, NOW_MS).map(Rejection::reason);
    }

    private String detail(RawInteraction event) {
        return validator.check(event, NOW_MS).map(Rejection::detail).orElse("");
    }

    @Test
    void acceptsAValidEvent() {
        Optional<Rejection> rejection = validator.check(event("ann", "tea", NOW_MS, 1), NOW_MS);

        assertThat(rejection).isEmpty();
    }

    @Test
    void convertsAllFields() {
        Interaction accepted = EventValidator.accepted(event("ann", "tea", NOW_MS, 2));

        assertThat(accepted)
                .isEqualTo(new Interaction(Optional.of("e-1"), "ann", "tea", InteractionType.CLICK, NOW_MS, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too long!", "nul\0", "tab\t", "\ud800", "äääää"}) // ä takes two bytes
    void rejectsAnInvalidId(String id) {
        assertThat(reason(event(id, "tea", NOW_MS, 1))).contains(RejectionReason.INVALID_USER);
        assertThat(reason(event("ann", id, NOW_MS, 1))).contains(RejectionReason.INVALID_ITEM);
    }

    @Test
    void reportsFieldAndRuleButNotTheId() {
        String detail = detail(event("too long!", "tea", NOW_MS, 1));

        assertThat(detail).isEqualTo("userId is longer than 8 bytes");
    }

    @Test
    void rejectsAnUnknownType() {
        RawInteraction event = new RawInteraction(Optional.empty(), "ann", "tea", Optional.empty(), NOW_MS, 1);

        assertThat(reason(event)).contains(RejectionReason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1_000_000.1, 1e300})
    void rejectsAnInvalidStrength(double strength) {
        assertThat(reason(event("ann", "tea", NOW_MS, strength))).contains(RejectionReason.INVALID_STRENGTH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 1, 5, 1_000_000})
    void acceptsAnyOtherStrength(double strength) {
        assertThat(reason(event("ann", "tea", NOW_MS, strength))).isEmpty();
    }

    private static RawInteraction paid(InteractionType type, double amount) {
        return new RawInteraction(
                Optional.empty(), "ann", "tea", Optional.of(type), NOW_MS, 1, OptionalDouble.of(amount));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.1e12, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsAnInvalidAmount(double amount) {
        assertThat(reason(paid(InteractionType.PURCHASE, amount))).contains(RejectionReason.INVALID_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 19.95, 1e12})
    void acceptsAnyOtherAmountOfAPurchase(double amount) {
        RawInteraction event = paid(InteractionType.PURCHASE, amount);

        assertThat(reason(event)).isEmpty();
        assertThat(EventValidator.accepted(event).amount()).hasValue(amount);
    }

    @Test
    void rejectsAnAmountWithoutAPurchase() {
        assertThat(reason(paid(InteractionType.CART, 5))).contains(RejectionReason.INVALID_AMOUNT);
        assertThat(detail(paid(InteractionType.CART, 5))).contains("only a purchase may have one");
    }

    @ParameterizedTest
    @ValueSource(longs = {631_151_999_999L, 0, -1, Long.MIN_VALUE}) // a millisecond before 1990
    void rejectsATimeThatIsTooEarly(long timestampMs) {
        assertThat(reason(event("ann", "tea", timestampMs, 1))).contains(RejectionReason.INVALID_TIME);
    }

    @Test
    void suggestsSecondsForATimeThatIsTooEarly() {
        String detail = detail(event("ann", "tea", NOW_MS / 1000, 1));

        assertThat(detail).contains("timestampMs 1704067200").contains("sent in seconds instead of milliseconds");
    }

    @Test
    void acceptsATimeAtBothBounds() {
        assertThat(reason(event("ann", "tea", EARLIEST_MS, 1))).isEmpty();
        assertThat(reason(event("ann", "tea", NOW_MS + TOLERANCE_MS, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_704_067_260_001L, Long.MAX_VALUE}) // a millisecond beyond the tolerance
    void rejectsATimeInTheFuture(long timestampMs) {
        assertThat(reason(event("ann", "tea", timestampMs, 1))).contains(RejectionReason.INVALID_TIME);
    }

    @ParameterizedTest
    @CsvSource({"'',,,1, listId", ",Home,,1, scenario", ",home,B,1, variant", ",home,b,0, position"})
    void refusesAnImpossibleList(String id, String scenario, String variant, int position, String field) {
        RawInteraction event = new RawInteraction(
                Optional.empty(),
                "ann",
                "tea",
                Optional.of(InteractionType.IMPRESSION),
                NOW_MS,
                1,
                OptionalDouble.empty(),
                new ListReference(
                        Optional.ofNullable(id),
                        Optional.ofNullable(scenario),
                        Optional.ofNullable(variant),
                        OptionalInt.of(position)));

        assertThat(validator.check(event, NOW_MS)).hasValueSatisfying(rejection -> {
            assertThat(rejection.reason()).isEqualTo(RejectionReason.INVALID_LIST);
            assertThat(rejection.detail()).startsWith(field);
        });
    }
}
