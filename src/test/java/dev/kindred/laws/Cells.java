package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Deployment;
import java.util.Collection;
import java.util.Map;
import org.assertj.core.data.Percentage;

/** Compares the cells that a deployment has published with the core's. */
final class Cells {

    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    private Cells() {}

    /** @param events that the deployment was sent, all of them processed */
    static void assertAreTheCores(Deployment deployment, Collection<Interaction> events) {
        Core core = new Core(deployment.config());
        core.learnAll(events);
        Map<CellKey, Affinity> expected = core.cells();
        Map<CellKey, Affinity> actual = deployment.cells();

        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach((key, cell) ->
                assertThat(actual).as("%s", key).hasEntrySatisfying(key, published -> assertIsAlike(published, cell)));
    }

    private static void assertIsAlike(Affinity published, Affinity expected) {
        assertThat(published.affinity()).isCloseTo(expected.affinity(), ROUNDING);
        assertThat(published.touchedMs()).isEqualTo(expected.touchedMs());
        assertThat(published.types()).isEqualTo(expected.types());
    }
}
