package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

    private final StringWriter err = new StringWriter();

    @Test
    void endsWithAllThatIsDone() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), "runs", 4)) {
            line.step();
            line.step();
            line.step();
        }

        assertThat(err.toString()).matches("\rruns 3 of 4 \\(75 %\\), [0-9,]+/s, [0-9,]+ s left *\\R");
    }

    @Test
    void showsNoShareOfAnUnknownTotal() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), "users", 0)) {
            line.at(1200, 0, ", 7 members");
        }

        assertThat(err.toString()).matches("\rusers 1,200, [0-9,]+/s, 7 members *\\R");
    }
}
