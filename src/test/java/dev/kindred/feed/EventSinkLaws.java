package dev.kindred.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.intake.EventSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Streams;
import dev.kindred.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every sink of events promises. */
@Timeout(120)
abstract class EventSinkLaws {

    private static final List<Interaction> EVENTS = Streams.random(new SplittableRandom(5), 60, 10, 20);
    private static final List<Interaction> FIRST = EVENTS.subList(0, 40);
    private static final List<Interaction> LOST = EVENTS.subList(40, 50);
    private static final List<Interaction> LAST = EVENTS.subList(50, 60);

    abstract EventSink sink();

    /** What was kept, each user's events in their order. */
    abstract List<Interaction> kept();

    abstract void goAway();

    abstract void comeBack();

    @Test
    void keepsWhatItTakesAndTellsWhatItDoesNot() {
        sink().send(FIRST);
        assertThatUsersHave(FIRST);

        goAway();
        assertThatThrownBy(() -> sink().send(LOST))
                .isInstanceOfSatisfying(
                        SinkUnavailableException.class,
                        e -> assertThat(e.kept()).isZero());

        comeBack();
        Wait.until(Duration.ofSeconds(60), "a sink that takes events again", this::takesLast);
        assertThat(kept()).containsAll(FIRST).containsAll(LAST);
    }

    private boolean takesLast() {
        try {
            sink().send(LAST);
            return true;
        } catch (SinkUnavailableException e) {
            return false;
        }
    }

    private void assertThatUsersHave(List<Interaction> events) {
        for (String user : events.stream().map(Interaction::userId).distinct().toList()) {
            assertThat(of(user, kept())).as(user).isEqualTo(of(user, events));
        }
    }

    private static List<Interaction> of(String user, List<Interaction> events) {
        return events.stream().filter(event -> event.userId().equals(user)).toList();
    }
}
