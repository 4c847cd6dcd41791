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

    @RandomTest
    void changesOneSettingToTheNextValue(RandomGenerator random) {
        SearchSpace space = SearchSpace.all();
        Map<String, String> point = space.sample(1, random).get(0);
        Map<String, String> near = space.near(point, random);

        assertThat(near.keySet()).isEqualTo(point.keySet());
        assertThat(near.entrySet())
                .filteredOn(setting -> !point.entrySet().contains(setting))
                .hasSize(1);
        assertThat(KindredConfig.of(near)).isNotNull();
    }

    @Test
    void givesASettingWithoutAValueAny() {
        assertThat(SearchSpace.all().near(Map.of(), new SplittableRandom(1))).hasSize(1);
        assertThat(SearchSpace.all().without(SearchSpace.all().keys()).near(Map.of(), new SplittableRandom(1)))
                .isEmpty();
    }
}
