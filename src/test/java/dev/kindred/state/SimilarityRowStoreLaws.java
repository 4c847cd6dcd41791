package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;
import dev.kindred.testing.RandomTest;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every {@link SimilarityRowStore}. */
abstract class SimilarityRowStoreLaws {

    /** The store under test, the same on every call. */
    abstract SimilarityRowStore store();

    static SimilarityRow row(RandomGenerator random) {
        int size = random.nextInt(40);
        int[] slots = random.ints(size).toArray();
        float[] products = new float[size];
        for (int i = 0; i < size; i++) {
            products[i] = (float) random.nextGaussian();
        }
        return SimilarityRow.wrap(random.nextLong(), random.nextLong(), random.nextLong(), slots, products);
    }

    static SimilarityRow row(long version) {
        return SimilarityRow.wrap(version, 7, 8, new int[] {1}, new float[] {0.5f});
    }

    /** The content of a row. */
    static String content(SimilarityRow row) {
        StringBuilder content = new StringBuilder();
        content.append(row.version())
                .append(' ')
                .append(row.epoch())
                .append(' ')
                .append(row.sequence());
        for (int i = 0; i < row.size(); i++) {
            content.append(' ').append(row.slot(i)).append(':').append(row.product(i));
        }
        return content.toString();
    }

    static void assertNeverComputed(SimilarityRow row) {
        assertThat(content(row)).isEqualTo(content(new SimilarityRow()));
    }

    @Test
    void loadsARowThatWasNeverComputedForAnUnknownUser() {
        store().save("somebody", row(1));

        SimilarityRow row = store().load("nobody");

        assertNeverComputed(row);
    }

    @RandomTest
    void loadsTheLastRowOfEveryUser(RandomGenerator random) {
        Map<String, String> saved = new HashMap<>();

        for (int i = 0; i < 200; i++) {
            String user = "user-" + random.nextInt(20);
            SimilarityRow row = row(random);
            saved.put(user, content(row));
            store().save(user, row);
        }

        saved.forEach((user, content) -> assertThat(content(store().load(user))).isEqualTo(content));
    }

    @Test
    void removesTheRowOfOneUser() {
        store().save("a", row(1));
        store().save("ab", row(2));

        store().remove("a");
        store().remove("nobody");

        assertNeverComputed(store().load("a"));
        assertThat(store().load("ab").version()).isEqualTo(2);
    }

    @Test
    void separatesUsersWhoseIdsArePrefixesOfOneAnother() {
        store().save("a", row(1));
        store().save("ab", row(2));
        store().save("abc", row(3));

        assertThat(store().load("a").version()).isEqualTo(1);
        assertThat(store().load("ab").version()).isEqualTo(2);
        assertThat(store().load("abc").version()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "ann@example.com/ü?", "猫😀", "\uffff", "a b\u00a0c"})
    void acceptsAnyValidId(String id) {
        store().save(id, row(1));
        store().save(id + id, row(2));

        assertThat(store().load(id).version()).isEqualTo(1);
    }
}
