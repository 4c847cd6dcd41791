package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InternalTopicsTest {

    @Test
    void areTheChangelogsAndRepartitionsOfTheApplication() {
        var topics = List.of(
                "kindred-user-vectors-changelog",
                "kindred-by-user-repartition",
                "kindred-notes",
                "other-user-vectors-changelog",
                "kindred2-user-vectors-changelog",
                "events");

        assertThat(InternalTopics.of("kindred", Set.of("kindred"), topics))
                .containsExactly("kindred-by-user-repartition", "kindred-user-vectors-changelog");
    }

    @Test
    void areNotThoseOfAnApplicationWithALongerName() {
        var topics = List.of("kindred-user-vectors-changelog", "kindred-eu-user-vectors-changelog");

        assertThat(InternalTopics.of("kindred", Set.of("kindred", "kindred-eu"), topics))
                .containsExactly("kindred-user-vectors-changelog");
    }
}
