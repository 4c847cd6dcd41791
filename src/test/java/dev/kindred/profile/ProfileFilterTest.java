package dev.kindred.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.expression.ExpressionException;
import dev.kindred.model.InteractionType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileFilterTest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    /** Last seen 40 days ago; mostly cheap things for the kitchen. */
    private static final UserProfile ANN = new UserProfile(
            100 * DAY_MS,
            12,
            3,
            Map.of(InteractionType.CLICK, 3, InteractionType.PURCHASE, 2),
            30 * DAY_MS,
            60 * DAY_MS,
            Lifecycle.LAPSING,
            new UserHabits(
                    Map.of(InteractionType.CLICK, 9L, InteractionType.PURCHASE, 3L),
                    5,
                    List.of(0.0, 0.5, 0.5),
                    Map.of(DayOfWeek.TUESDAY, 0.25, DayOfWeek.SUNDAY, 0.75),
                    2,
                    19.5),
            new Preferences(
                    List.of(new Preference("Home", 1), new Preference("Home > Kitchen", 0.75)),
                    List.of(new Preference("Acme", 0.5), new Preference("ACME", 0.25), new Preference("Bolt", 0.25)),
                    List.of(),
                    List.of(new PriceBand("EUR", 0.9, 5, 8, 20), new PriceBand("USD", 0.1, 90, 90, 90)),
                    List.of()),
            Map.of("country", "DE"),
            Map.of("email", true, "ads", false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycle = \"lapsing\"",
                "lifecycle = 'LAPSING'",
                "lifecycle != \"new\"",
                "lifecycle in (\"lapsing\", \"lapsed\")",
                "events >= 12 and not events > 12",
                "events_per_week = 1.2 and sessions_per_week = 0.5", // in ten weeks
                "sessions = 5 and purchases = 3 and spent = 19.5",
                "days_since_first_event = 70",
                "busiest_hour = 1 and busiest_weekday = \"sunday\" and busiest_weekday != \"monday\"",
                "days_since_last_event = 40",
                "items = 3",
                "purchased >= 2 and clicked = 3 and carted = 0",
                "browsed = 0 and favored = 0 and rated = 0 and disliked = 0",
                "category \"home>kitchen\" share >= 0.75",
                "category \"Garden\" share = 0",
                "brand \"acme\" share = 0.75", // spelled in two ways
                "price_low = 5 and price_median = 8 and price_high = 20 and currency = \"eur\"",
                "attribute \"country\" in (\"de\", \"at\") and consent \"email\"",
                "lifecycle = \"lapsing\" and category \"Home > Kitchen\" share >= 0.3",
            })
    void acceptsAMatchingUser(String text) {
        assertThat(ProfileFilter.parse(text).accepts(ANN, ANN.asOfMs())).isTrue();
        assertThat(ProfileFilter.parse("not (" + text + ")").accepts(ANN, ANN.asOfMs()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycle = \"lapsed\"",
                "lifecycle != \"lapsing\"",
                "category \"Kitchen\" share > 0",
                "currency = \"USD\"",
                "tag \"sale\" share >= 0", // no items, so there is no share
                "tag \"sale\" share < 1",
                "attribute \"city\" = \"Bonn\"",
                "consent \"ads\"", // refused
                "consent \"phone\"", // never asked
            })
    void rejectsAUserThatDoesNotMatchOrLacksTheValue(String text) {
        assertThat(ProfileFilter.parse(text).accepts(ANN, ANN.asOfMs())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lifecycle = \"lapsin\" | at character 13: expected one of \"new\" \"active\" \"lapsing\" \"lapsed\", got"
                        + " the text \"lapsin\"",
                "lifecycle in (\"new\", 3) | at character 22: expected one of \"new\" \"active\" \"lapsing\" \"lapsed\","
                        + " got 3",
                "category \"Home\" >= 0.3 | at character 17: expected share, got >=",
                "category share >= 0.3 | at character 10: expected a text in quotes, got share",
                "lifecycel = \"new\" | at character 1: there is no lifecycel; did you mean lifecycle?",
            })
    void reportsPositionAndCure(String text, String problem) {
        assertThatThrownBy(() -> ProfileFilter.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(problem);
    }
}
