package dev.kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.UserKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final int USERS = 60_000;
    private static final String GOLDEN = "01101110001010122001"; // of the first twenty users
    private static final List<String> NAMES = List.of("control", "b", "c");

    @Test
    void splitsUsersByTheShares() {
        double[] shares = {0.5, 0.3, 0.2};
        Assignment assignment = new Assignment("spring", NAMES);
        long[] observed = new long[3];

        for (int user = 0; user < USERS; user++) {
            observed[assignment.of(UserKey.of("u" + user), shares)]++;
        }

        assertThat(SampleRatio.pValue(observed, shares)).isGreaterThan(0.001);
    }

    @Test
    void isTheSameOnEveryInstanceAndEveryRelease() {
        Assignment assignment = new Assignment("spring", NAMES);
        double[] shares = {0.5, 0.3, 0.2};
        StringBuilder variants = new StringBuilder();

        for (int user = 0; user < 20; user++) {
            variants.append(assignment.of(UserKey.of("u" + user), shares));
        }

        assertThat(variants).hasToString(GOLDEN);
    }

    @Test
    void isIndependentBetweenSalts() {
        double[] shares = {0.5, 0.3, 0.2};
        Assignment one = new Assignment("one", NAMES);
        Assignment two = new Assignment("two", NAMES);
        long[] pairs = new long[9];
        double[] expected = new double[9];

        for (int user = 0; user < USERS; user++) {
            long key = UserKey.of("u" + user);
            pairs[3 * one.of(key, shares) + two.of(key, shares)]++;
        }
        for (int pair = 0; pair < 9; pair++) {
            expected[pair] = shares[pair / 3] * shares[pair % 3];
        }

        assertThat(SampleRatio.pValue(pairs, expected)).isGreaterThan(0.001);
    }

    @Test
    void movesUsersOnlyToVariantsThatGainMoreThanTheirs() {
        double[] before = {0.5, 0.3, 0.2};
        double[] after = {0.2, 0.6, 0.2};
        Assignment assignment = new Assignment("spring", NAMES);
        int moved = 0;

        for (int user = 0; user < USERS; user++) {
            long key = UserKey.of("u" + user);
            int from = assignment.of(key, before);
            int to = assignment.of(key, after);
            moved += from == to ? 0 : 1;
            assertThat(after[to] / before[to]).isGreaterThanOrEqualTo(after[from] / before[from]);
        }

        assertThat((double) moved / USERS).isBetween(0.29, 0.45);
    }

    @Test
    void givesNobodyAVariantWithoutAShare() {
        Assignment assignment = new Assignment("spring", NAMES);

        for (int user = 0; user < 1000; user++) {
            assertThat(assignment.of(UserKey.of("u" + user), new double[] {0.5, 0, 0.5}))
                    .isNotEqualTo(1);
        }
    }
}
