package dev.kindred.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.intake.RecordSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every sink promises, whatever its records are. */
@Timeout(120)
abstract class RecordSinkLaws<T> {

    private final List<T> first;
    private final List<T> lost;
    private final List<T> last;
    private final Function<T, String> key;

    /**
     * Laws on some records.
     *
     * @param records sixty, several for a key
     * @param key what a record is about
     */
    RecordSinkLaws(List<T> records, Function<T, String> key) {
        this.first = records.subList(0, 40);
        this.lost = records.subList(40, 50);
        this.last = records.subList(50, 60);
        this.key = key;
    }

    abstract RecordSink<T> sink();

    /** What was kept, the records of each key in their order. */
    abstract List<T> kept();

    abstract void goAway();

    abstract void comeBack();

    @Test
    void storesAcceptedRecordsAndReportsFailures() {
        sink().send(first);
        assertThatEachKeyHas(first);

        goAway();
        assertThatThrownBy(() -> sink().send(lost))
                .isInstanceOfSatisfying(
                        SinkUnavailableException.class,
                        e -> assertThat(e.kept()).isZero());

        comeBack();
        Wait.until(Duration.ofSeconds(60), "a sink that takes records again", this::takesLast);
        assertThat(kept()).containsAll(first).containsAll(last);
    }

    private boolean takesLast() {
        try {
            sink().send(last);
            return true;
        } catch (SinkUnavailableException e) {
            return false;
        }
    }

    private void assertThatEachKeyHas(List<T> records) {
        List<T> kept = kept();
        for (String about : records.stream().map(key).distinct().toList()) {
            assertThat(of(about, kept)).as(about).isEqualTo(of(about, records));
        }
    }

    private List<T> of(String about, List<T> records) {
        return records.stream().filter(each -> key.apply(each).equals(about)).toList();
    }
}
