package dev.kindred.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EvaluationSettingsTest {

    @Test
    void takesTheCategoriesOfItemsThatHaveSome() {
        List<Item> items =
                List.of(Item.of("1", "Heat", List.of("Crime", "Drama")), Item.of("2", "Untitled", List.of()));

        EvaluationSettings settings = new EvaluationSettings(20, 100, items);

        assertThat(settings.categories()).isEqualTo(Map.of("1", Set.of("Crime", "Drama")));
    }
}
