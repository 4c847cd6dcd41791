package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BoundedCacheTest {

    /** The size of an entry without its value. */
    private static final int OVERHEAD = 160;

    private final List<String> evicted = new ArrayList<>();

    private BoundedCache<Integer> cache(MemoryBudget budget) {
        return new BoundedCache<>(budget, (key, value) -> evicted.add(key + "=" + value));
    }

    /** A budget for so many values of 100 bytes. */
    private static MemoryBudget budgetFor(int values) {
        return new MemoryBudget(values * (100L + OVERHEAD));
    }

    @Test
    void releasesTheBytesOfRemovedValues() {
        MemoryBudget budget = budgetFor(3);
        BoundedCache<Integer> cache = cache(budget);
        cache.put("a", 1, 100);
        cache.put("b", 2, 100);

        cache.remove("b");
        cache.remove("nobody");

        assertThat(cache.get("b")).isNull();
        assertThat(budget.usedBytes()).isEqualTo(100 + OVERHEAD);
        assertThat(evicted).isEmpty();
    }

    @Test
    void evictsTheLeastRecentlyUsedFirst() {
        BoundedCache<Integer> cache = cache(budgetFor(3));
        cache.put("a", 1, 100);
        cache.put("b", 2, 100);
        cache.put("c", 3, 100);
        cache.get("a");
        cache.put("b", 4, 100);

        cache.put("d", 5, 100);
        cache.put("e", 6, 100);

        assertThat(evicted).containsExactly("c=3", "a=1");
        assertThat(cache.get("b")).isEqualTo(4);
    }

    @Test
    void doesNotReturnEvictedValues() {
        BoundedCache<Integer> cache = cache(budgetFor(1));
        cache.put("a", 1, 100);

        cache.put("b", 2, 100);

        assertThat(cache.get("a")).isNull();
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void keepsTheValueJustPutHoweverLarge() {
        BoundedCache<Integer> cache = cache(budgetFor(2));
        cache.put("a", 1, 100);

        cache.put("b", 2, 1_000_000);

        assertThat(evicted).containsExactly("a=1");
        assertThat(cache.get("b")).isEqualTo(2);
    }

    @Test
    void countsTheNewSizeOfAValue() {
        MemoryBudget budget = budgetFor(3);
        BoundedCache<Integer> cache = cache(budget);
        cache.put("a", 1, 100);

        cache.put("a", 1, 150);

        assertThat(budget.usedBytes()).isEqualTo(150 + OVERHEAD);
    }

    @Test
    void evictsItsOwnValuesWhenAnotherCacheUsedTheBudget() {
        MemoryBudget shared = budgetFor(3);
        BoundedCache<Integer> other = cache(shared);
        other.put("other", 0, 100);
        BoundedCache<Integer> cache = cache(shared);
        cache.put("a", 1, 100);
        cache.put("b", 2, 100);

        cache.put("c", 3, 100);

        assertThat(evicted).containsExactly("a=1");
        assertThat(other.size()).isEqualTo(1);
    }

    @Test
    void hasItsFairShareWhenAnotherCacheCameFirst() {
        MemoryBudget shared = budgetFor(4);
        BoundedCache<Integer> first = cache(shared);
        for (int i = 0; i < 4; i++) {
            first.put("first-" + i, i, 100);
        }
        BoundedCache<Integer> late = cache(shared);

        late.put("a", 1, 100);
        late.put("b", 2, 100);
        first.put("first-3", 3, 100);

        assertThat(late.size()).isEqualTo(2);
        assertThat(first.size()).isEqualTo(2);
    }

    @RandomTest
    void releasesTheWholeBudgetWhenCleared(RandomGenerator random) {
        MemoryBudget shared = budgetFor(20);
        List<BoundedCache<Integer>> caches = List.of(cache(shared), cache(shared));
        for (int i = 0; i < 1000; i++) {
            caches.get(random.nextInt(2)).put("key-" + random.nextInt(50), i, random.nextInt(300));
        }

        caches.forEach(BoundedCache::clear);

        assertThat(shared.usedBytes()).isZero();
        assertThat(caches).allMatch(cache -> cache.size() == 0);
    }

    @RandomTest
    void staysWithinTheBudget(RandomGenerator random) {
        MemoryBudget budget = budgetFor(20);
        BoundedCache<Integer> cache = cache(budget);

        for (int i = 0; i < 1000; i++) {
            cache.put("key-" + random.nextInt(50), i, random.nextInt(300));

            assertThat(budget.isExceeded()).isFalse();
        }
    }

    @Test
    void doesNotCallBackWhenCleared() {
        BoundedCache<Integer> cache = cache(budgetFor(3));
        cache.put("a", 1, 100);

        cache.clear();

        assertThat(evicted).isEmpty();
    }
}
