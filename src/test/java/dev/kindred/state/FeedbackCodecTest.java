package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListReference;
import dev.kindred.model.Strategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The stored bytes stay readable. */
final class FeedbackCodecTest {

    private static final KeyedHash HASH = KeyedHash.withSecret("a secret of the tests");
    private static final long START_MS = 1_700_000_000_000L;
    private static final FeedbackSettings SETTINGS =
            new FeedbackSettings(true, Duration.ofDays(1), Duration.ofHours(1), 600, HASH);

    private final ListIds ids = new ListIds(HASH);
    private final FeedbackCodec codec = new FeedbackCodec(ids);

    private static Interaction event(InteractionType type, String item, String listId) {
        return new Interaction(
                Optional.empty(),
                "ann",
                item,
                type,
                START_MS,
                1,
                type == InteractionType.PURCHASE ? OptionalDouble.of(2.5) : OptionalDouble.empty(),
                new ListReference(Optional.of(listId), Optional.empty(), Optional.empty(), OptionalInt.of(1)));
    }

    private UserFeedback user() {
        String listId = ids.make(
                new ListOrigin(
                        START_MS, "home", Optional.of("b"), OptionalDouble.of(0.5), List.of(Strategy.USER_BASED)),
                7);
        UserFeedback user = new UserFeedback();
        for (Interaction event : List.of(
                event(InteractionType.IMPRESSION, "tea", listId),
                event(InteractionType.PURCHASE, "tea", listId),
                event(InteractionType.IMPRESSION, "cup", "l-1"))) {
            user.add(event, event.list().listId().flatMap(ids::read), START_MS, SETTINGS, new HashMap<>());
        }
        return user;
    }

    @Test
    void usersAreReadAsTheyWereWritten() {
        UserFeedback user = user();

        UserFeedback read = codec.decode(codec.encode(user));

        assertThat(read.latestMs()).isEqualTo(START_MS);
        assertThat(List.copyOf(read.lists())).isEqualTo(List.copyOf(user.lists()));
        assertThat(read.touches()).containsExactlyElementsOf(user.touches());
    }

    @Test
    void usersAreWrittenAsEver() {
        assertThat(HexFormat.of().formatHex(codec.encode(user())))
                .isEqualTo("010000018bcfe5680000000002002e4161744d703471566d4e356b4141414269385f6c6141414141"
                        + "414148507741414141526f6232316c41574942414101000000010003746561000000010000018bcf"
                        + "e568000013756e6b6e6f776e7c7c323032332d31312d3134000000018bcfe568000007756e6b6e6f"
                        + "776e0000000000010003637570000000010000018bcfe56800000000010003746561040000018bcf"
                        + "e5680000000000000061a8002e4161744d703471566d4e356b4141414269385f6c61414141414141"
                        + "48507741414141526f6232316c415749424141");
    }

    @Test
    void sumsAreWrittenAndReadAsEver() {
        OutcomeSums sums = new OutcomeSums(1, 2, 3, 4, 5, 6, 7, 8, 0.5, 9);
        String golden = "01" + "0000000000000001" + "0000000000000002" + "0000000000000003" + "0000000000000004"
                + "0000000000000005" + "0000000000000006" + "0000000000000007" + "0000000000000008"
                + "3fe0000000000000" + "0000000000000009";

        assertThat(HexFormat.of().formatHex(FeedbackCodec.encode(sums))).isEqualTo(golden);
        assertThat(FeedbackCodec.decodeSums(HexFormat.of().parseHex(golden))).isEqualTo(sums);
    }
}
