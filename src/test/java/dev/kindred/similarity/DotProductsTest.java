package dev.kindred.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Law: without caps, updated dot products equal those computed from scratch. */
class DotProductsTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final Decay HOUR = Decay.ofHalfLife(Duration.ofHours(1));

    private final ItemDictionary items = new ItemDictionary();
    private final Map<String, UserVector> vectors = new HashMap<>();
    private final Map<String, SimilarityRow> rows = new HashMap<>();
    private final DotProducts updated = new DotProducts(0);
    private final DotProducts fromScratch = new DotProducts(0);
    private final InterestIndex index = new InterestIndex();
    private final Query query = new Query(0, 0);

    @RandomTest
    void equalABatchComputationWithoutDecay(RandomGenerator random) {
        checkOnAStream(random, new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 100, 0), 0);
    }

    @RandomTest
    void equalABatchComputationWithDecay(RandomGenerator random) {
        checkOnAStream(random, new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.9, 100, 0), 0);
    }

    @RandomTest
    void equalABatchComputationWhenTheLandmarkMoves(RandomGenerator random) {
        checkOnAStream(random, new VectorSettings(TypeWeights.equal(), HOUR, HOUR, 0.9, 100, 0), 0);
    }

    @RandomTest
    void equalABatchComputationWhenItemsAreEvicted(RandomGenerator random) {
        checkOnAStream(random, new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 1, 6, 0), 0);
    }

    @RandomTest
    void equalABatchComputationWhenUsersAreRemoved(RandomGenerator random) {
        checkOnAStream(random, new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.9, 100, 0), 0.05);
    }

    private void checkOnAStream(RandomGenerator random, VectorSettings settings, double removalProbability) {
        InteractionMatrix matrix =
                new InteractionMatrix(new MatrixSettings(1000, 1000, settings.affinityDecay(), MONTH), items, 7);
        for (Interaction event : Streams.random(random, 1500, 25, 30)) {
            UserVector vector = vectors.computeIfAbsent(event.userId(), u -> new UserVector(settings, items));
            VectorChange change = vector.learn(event);
            check(event.userId(), vector, change, matrix.view());
            publish(event.userId(), vector, change, matrix);
            if (random.nextDouble() < removalProbability) {
                remove("user-" + random.nextInt(25), matrix);
            }
        }
    }

    private void check(String user, UserVector vector, VectorChange change, MatrixView view) {
        SimilarityRow row = rows.computeIfAbsent(user, u -> new SimilarityRow());
        query.load(vector, view);
        fromScratch.computeFromScratch(query, view);
        index.load(vector, view.items());
        if (row.isOf(vector.version() - 1, view.epoch())) {
            updated.update(row, vector, change, index, view);
            assertEqual(vector, view);
        } else {
            updated.computeFromScratch(query, view);
        }
        index.clear(vector);
        keepAll(row, vector, view);
    }

    private void assertEqual(UserVector vector, MatrixView view) {
        double worst = 0; // NaN if one is: an assertion for each slot would take most of the time
        for (int slot = 0; slot < view.slots(); slot++) {
            double scale = vector.interestNorm() / Math.max(view.inverseNorm(slot), Float.MIN_NORMAL);
            double difference =
                    updated.result().sum(slot) / scale - fromScratch.result().sum(slot) / scale;
            worst = Math.max(worst, Math.abs(difference));
        }
        assertThat(worst).isCloseTo(0, within(1e-5));
    }

    private void keepAll(SimilarityRow row, UserVector vector, MatrixView view) {
        Accumulator dots = updated.result();
        row.begin(vector.version(), view.epoch(), view.sequence());
        for (int i = 0; i < dots.size(); i++) {
            row.add(dots.id(i), (float) (dots.sum(dots.id(i)) / Math.max(vector.interestNorm(), 1e-300)));
        }
    }

    private void publish(String user, UserVector vector, VectorChange change, InteractionMatrix matrix) {
        int at = vector.indexOf(change.item());
        if (at >= 0) {
            matrix.apply(new CellKey(user, items.idOf(change.item())), vector.affinity(at));
        }
        if (change.hasEvicted()) {
            matrix.remove(new CellKey(user, items.idOf(change.evictedItem())));
        }
    }

    private void remove(String user, InteractionMatrix matrix) {
        UserVector vector = vectors.remove(user);
        rows.remove(user);
        for (int i = 0; vector != null && i < vector.size(); i++) {
            matrix.remove(new CellKey(user, items.idOf(vector.item(i))));
        }
    }
}
