package dev.kindred.lab.evaluation.contenders;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.scenario.Excludes;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BaselinesTest {

    private static final int SIZE = 8;

    private static Contender learned(String name, Collection<Interaction> events) {
        Contender contender = Contenders.create(name, Models.fading(SIZE, Excludes.of(List.of())));
        events.forEach(contender::learn);
        return contender;
    }

    private static List<String> best(Map<String, Double> scores) {
        Comparator<String> byScore = Comparator.comparingDouble(item -> -scores.getOrDefault(item, 0.0));
        return scores.keySet().stream()
                .sorted(byScore.thenComparing(Comparator.naturalOrder()))
                .limit(SIZE)
                .toList();
    }

    private static Map<String, Set<String>> usersByItem(Collection<Interaction> events) {
        Map<String, Set<String>> users = new HashMap<>();
        events.forEach(event ->
                users.computeIfAbsent(event.itemId(), item -> new HashSet<>()).add(event.userId()));
        return users;
    }

    @Test
    void popularCountsAUserOnce() {
        Contender popular = learned(
                "popular",
                List.of(
                        click("alice", "hat", START_MS),
                        click("alice", "hat", START_MS),
                        click("alice", "hat", START_MS),
                        click("alice", "coat", START_MS),
                        click("bob", "coat", START_MS)));

        assertThat(popular.recommend("stranger", START_MS)).containsExactly("coat", "hat");
    }

    @RandomTest
    void popularOrdersByUsersAndThenById(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 20, 30);

        Map<String, Double> counts = new HashMap<>();
        usersByItem(events).forEach((item, users) -> counts.put(item, (double) users.size()));
        assertThat(learned("popular", events).recommend("stranger", START_MS)).isEqualTo(best(counts));
    }

    @RandomTest
    void recentOrdersByLastTouchWhateverTheOrderOfArrival(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 20, 30);

        Map<String, Double> touched = new HashMap<>();
        events.forEach(event -> touched.merge(event.itemId(), (double) event.timestampMs(), Math::max));
        assertThat(learned("recent", events).recommend("stranger", START_MS)).isEqualTo(best(touched));
    }

    @Test
    void itemBasedKnowsTheWholeHistoryTheLatestBest() {
        Contender itemBased = learned(
                "item-based",
                List.of(
                        click("ann", "tea", START_MS),
                        click("ann", "cup", START_MS),
                        click("bob", "pot", START_MS),
                        click("bob", "jug", START_MS),
                        click("cal", "tea", START_MS),
                        click("cal", "pot", START_MS + 1)));

        assertThat(itemBased.recommend("cal", START_MS + 2)).containsSubsequence("jug", "cup");
    }

    @Test
    void itemBasedByLastClickKnowsOnlyTheLastItem() {
        Contender itemBased = learned(
                "item-based-last-click",
                List.of(
                        click("alice", "hat", START_MS),
                        click("alice", "scarf", START_MS),
                        click("bob", "spade", START_MS),
                        click("bob", "rake", START_MS),
                        click("carol", "rake", START_MS)));
        itemBased.observe(click("dora", "hat", START_MS));
        itemBased.observe(click("dora", "spade", START_MS));

        // rake goes with spade; the rest is what is popular: rake (2), then by id
        assertThat(itemBased.recommend("dora", START_MS)).containsExactly("rake", "hat", "scarf", "spade");
    }

    @RandomTest
    void itemBasedOrdersByTheCosineOfColumns(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 20, 30);
        String last = events.get(events.size() - 1).itemId();

        Map<String, Double> cosines = new HashMap<>();
        Map<String, Set<String>> users = usersByItem(events);
        Set<String> ofLast = users.getOrDefault(last, Set.of());
        users.forEach((item, others) -> {
            Set<String> common = new HashSet<>(others);
            common.retainAll(ofLast);
            if (!item.equals(last) && !common.isEmpty()) {
                cosines.put(item, (double) (float) (common.size() / Math.sqrt((double) others.size() * ofLast.size())));
            }
        });
        Contender itemBased = learned("item-based-last-click", events);
        itemBased.observe(click("stranger", last, START_MS));
        assertThat(itemBased.recommend("stranger", START_MS))
                .startsWith(best(cosines).toArray(String[]::new));
    }
}
