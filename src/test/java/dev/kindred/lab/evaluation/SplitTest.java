package dev.kindred.lab.evaluation;

import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.model.Interaction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SplitTest {

    private final List<Interaction> events = List.of(
            click("a", "late", 9), click("a", "first of two", 5), click("b", "second of two", 5), click("a", "old", 1));

    @Test
    void cutsByTimeAndKeepsTheOrderOfOneTime() {
        Split split = Split.byTime(events, 0.5);

        assertThat(split.training()).extracting(Interaction::itemId).containsExactly("old", "first of two");
        assertThat(split.test()).extracting(Interaction::itemId).containsExactly("second of two", "late");
    }

    @Test
    void roundsTheTrainingDown() {
        assertThat(Split.byTime(events, 0.7).training()).hasSize(2);
    }

    @Test
    void rejectsAnEmptyPart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byTime(events, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byTime(events, 0));
    }
}
