package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class InternalTopicsTest {

    @Test
    void areTheChangelogsOfTheApplication() {
        var topics = Set.of(
                "kindred-user-vectors-changelog",
                "kindred-published-similar-items-changelog",
                "kindred-notes",
                "other-user-vectors-changelog",
                "kindred2-user-vectors-changelog",
                "events");

        assertThat(InternalTopics.of("kindred", topics))
                .containsExactly("kindred-user-vectors-changelog", "kindred-published-similar-items-changelog");
    }

    @Test
    void areNotThoseOfAnApplicationWithALongerName() {
        var topics = Set.of("kindred-eu-user-vectors-changelog");

        assertThat(InternalTopics.of("kindred", topics)).isEmpty();
    }
}
