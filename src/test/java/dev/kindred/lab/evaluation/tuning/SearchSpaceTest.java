package dev.kindred.lab.evaluation.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.config.KindredConfig;
import dev.kindred.testing.RandomTest;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SearchSpaceTest {

    @RandomTest
    void hasOnlyPointsThatTheConfigurationAccepts(RandomGenerator random) {
        List<Map<String, String>> points = SearchSpace.all().sample(200, random);

        assertThat(points).hasSize(200).doesNotHaveDuplicates().allSatisfy(point -> {
            assertThat(KindredConfig.of(point)).isNotNull();
        });
    }

    @Test
    void excludesFixedSettings() {
        SearchSpace rest = SearchSpace.all().without(List.of("vector.step", "threads"));

        assertThat(rest.keys())
                .doesNotContain("vector.step")
                .hasSize(SearchSpace.all().keys().size() - 1);
        assertThat(rest.sample(5, new SplittableRandom(1))).noneMatch(point -> point.containsKey("vector.step"));
    }

    @Test
    void hasOnePointWhenAllSettingsAreFixed() {
        SearchSpace nothing = SearchSpace.all().without(SearchSpace.all().keys());

        assertThat(nothing.sample(5, new SplittableRandom(1))).containsExactly(Map.of());
    }
}
