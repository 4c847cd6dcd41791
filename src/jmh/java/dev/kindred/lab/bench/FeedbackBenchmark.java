package dev.kindred.lab.bench;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListReference;
import dev.kindred.model.Strategy;
import dev.kindred.state.FeedbackCodec;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of feedback: the id of a list of 20, and an impression or a click of a user who was shown some lists of six items
 * within the attribution window, from the stored bytes to the stored bytes, without the store.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class FeedbackBenchmark {

    private static final int SHOWN = 6;
    private static final long START_MS = 1_700_000_000_000L;

    /** A user's past. */
    @State(Scope.Thread)
    public static class Past {

        @Param({"1", "10", "100"})
        int lists;

        final FeedbackSettings settings = new FeedbackSettings(
                true, Duration.ofDays(1), Duration.ofHours(1), 600, KeyedHash.withSecret("a secret of the bench"));
        final ListIds ids = new ListIds(settings.hash());
        final FeedbackCodec codec = new FeedbackCodec(ids);
        final ListOrigin origin = new ListOrigin(
                START_MS,
                "home",
                Optional.of("control"),
                OptionalDouble.of(0.5),
                Collections.nCopies(20, Strategy.USER_BASED));
        byte[] stored = {};
        String listId = "";
        int nonce;

        @Setup(Level.Trial)
        public void show() {
            UserFeedback user = new UserFeedback();
            for (int list = 0; list < lists; list++) {
                listId = ids.make(origin, list);
                for (int item = 0; item < SHOWN; item++) {
                    add(user, event(InteractionType.IMPRESSION, "item-" + (list + item), START_MS + list * 60_000L));
                }
            }
            stored = codec.encode(user);
        }

        Interaction event(InteractionType type, String item, long timeMs) {
            return new Interaction(
                    Optional.empty(),
                    "ann",
                    item,
                    type,
                    timeMs,
                    1,
                    OptionalDouble.empty(),
                    new ListReference(Optional.of(listId), Optional.empty(), Optional.empty(), OptionalInt.of(1)));
        }

        FeedbackResult add(UserFeedback user, Interaction event) {
            return user.add(event, event.list().listId().flatMap(ids::read), Long.MAX_VALUE, settings, new HashMap<>());
        }

        byte[] add(InteractionType type) {
            UserFeedback user = codec.decode(stored);
            add(user, event(type, "item-new", START_MS + lists * 60_000L));
            return codec.encode(user);
        }
    }

    @Benchmark
    public String listId(Past past) {
        return past.ids.make(past.origin, past.nonce++);
    }

    @Benchmark
    public byte[] impression(Past past) {
        return past.add(InteractionType.IMPRESSION);
    }

    @Benchmark
    public byte[] click(Past past) {
        return past.add(InteractionType.CLICK);
    }
}
