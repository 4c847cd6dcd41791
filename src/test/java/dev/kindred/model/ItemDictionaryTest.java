package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ItemDictionaryTest {

    private static final int THREADS = 4;
    private static final int ITEMS = 5000; // more than the first arrays hold

    private final ItemDictionary dictionary = new ItemDictionary();

    @Test
    void numbersItemsInTheOrderInWhichTheyAreMet() {
        int tea = dictionary.numberOf("tea");
        int cup = dictionary.numberOf("cup");

        assertThat(tea).isEqualTo(0);
        assertThat(cup).isEqualTo(1);
        assertThat(dictionary.numberOf("tea")).isEqualTo(tea);
        assertThat(dictionary.size()).isEqualTo(2);
    }

    @Test
    void makesNothingKnownByLookingForIt() {
        int tea = dictionary.numberOf("tea");

        assertThat(dictionary.find("tea")).isEqualTo(tea);
        assertThat(dictionary.find("cup")).isEqualTo(ItemDictionary.NONE);
        assertThat(dictionary.size()).isEqualTo(1);
    }

    @Test
    void ordersNumbersAsTheirIds() {
        int tea = dictionary.numberOf("tea");
        int cup = dictionary.numberOf("cup");

        assertThat(dictionary.compareIds(cup, tea)).isNegative();
        assertThat(dictionary.compareIds(tea, cup)).isPositive();
        assertThat(dictionary.compareIds(tea, tea)).isZero();
    }

    @RandomTest
    void givesEveryItemOneNumberInAllThreads(RandomGenerator random) throws Exception {
        List<Callable<Void>> askers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            askers.add(asker(new Random(random.nextLong())));
        }

        runTogether(askers);

        assertThat(dictionary.size()).isEqualTo(ITEMS);
        assertThat(IntStream.range(0, ITEMS).map(i -> dictionary.numberOf("item-" + i)))
                .hasSize(ITEMS)
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 0 && number < ITEMS);
    }

    /** Asks for all items in an order of its own, and finds the id of every number at once. */
    private Callable<Void> asker(Random random) {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, ITEMS).mapToObj(i -> "item-" + i).toList());
        Collections.shuffle(ids, random);
        return () -> {
            for (String id : ids) {
                assertThat(dictionary.idOf(dictionary.numberOf(id))).isEqualTo(id);
            }
            return null;
        };
    }

    private static void runTogether(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
