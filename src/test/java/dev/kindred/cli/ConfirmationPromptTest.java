package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfirmationPromptTest {

    @ParameterizedTest
    @CsvSource({"y, true", "YES, true", "n, false", "'', false", "yellow, false"})
    void takesOnlyAYesForAYes(String answer, boolean expected) {
        var prompt = new ConfirmationPrompt(new BufferedReader(new StringReader(answer)));
        var output = new StringWriter();

        boolean confirmed = prompt.isConfirmed(new PrintWriter(output), "Delete?");

        assertThat(confirmed).isEqualTo(expected);
        assertThat(output).hasToString("Delete? [y/N] ");
    }
}
