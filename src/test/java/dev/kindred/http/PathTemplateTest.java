package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PathTemplateTest {

    private final PathTemplate path = new PathTemplate("/v1/users/{id}/profile");

    @Test
    void takesOneSegmentForAHole() {
        assertThat(path.match("/v1/users/ada/profile")).contains(Map.of("id", "ada"));
    }

    @Test
    void decodesAfterItSplits() {
        assertThat(path.match("/v1/users/a%2Fb+c%20d/profile")).contains(Map.of("id", "a/b+c d"));
    }

    @Test
    void takesNoEmptySegment() {
        assertThat(path.match("/v1/users//profile")).isEmpty();
    }

    @Test
    void takesNoOtherPath() {
        assertThat(path.match("/v1/users/ada")).isEmpty();
        assertThat(path.match("/v1/users/ada/profile/")).isEmpty();
        assertThat(path.match("/v1/items/ada/profile")).isEmpty();
    }

    @Test
    void refusesUnencodedCharacters() {
        assertThatThrownBy(() -> path.match("/v1/users/%zz/profile")).hasMessageContaining("percent-encoded");
    }
}
