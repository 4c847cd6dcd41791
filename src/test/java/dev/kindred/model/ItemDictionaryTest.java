package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
    void keepsAndOrdersIdsOfAnyCharactersAsStrings(RandomGenerator random) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ids.add(randomId(random, i));
        }
        ids.add("x".repeat(65_534)); // as long as a page
        ids.add("x".repeat(65_535));
        ids.add("x".repeat(100_000));
        ids.forEach(dictionary::numberOf);
        ids.add("y".repeat(65_533));

        for (String id : ids) {
            int number = dictionary.numberOf(id);

            assertThat(dictionary.idOf(number)).isEqualTo(id);
            assertThat(dictionary.find(id)).isEqualTo(number);
            byte[] utf8 = new byte[dictionary.utf8Length(number) + 1];
            dictionary.copyUtf8(number, utf8, 1);
            assertThat(new String(utf8, 1, utf8.length - 1, StandardCharsets.UTF_8))
                    .isEqualTo(id);
            String other = ids.get(random.nextInt(ids.size()));
            assertThat(Integer.signum(dictionary.compareIds(number, dictionary.numberOf(other))))
                    .isEqualTo(Integer.signum(id.compareTo(other)));
        }
        assertThat(dictionary.size()).isEqualTo(new HashSet<>(ids).size());
    }

    /** One of few beginnings, so that many share one, and then characters of one to four bytes. */
    private static String randomId(RandomGenerator random, int i) {
        StringBuilder id = new StringBuilder(i % 2 == 0 ? "item-" : "");
        for (int length = random.nextInt(1, 6); length > 0; length--) {
            id.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt('a', 'e');
                        case 1 -> random.nextInt(0x80, 0x800);
                        case 2 -> random.nextInt(0x800, 0xd800);
                        case 3 -> random.nextInt(0xe000, 0x10000);
                        default -> random.nextInt(0x10000, 0x110000);
                    });
        }
        return id.toString();
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
