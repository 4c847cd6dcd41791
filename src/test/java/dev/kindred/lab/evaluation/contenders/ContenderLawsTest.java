package dev.kindred.lab.evaluation.contenders;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.scenario.Excludes;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every contender. */
final class ContenderLawsTest {

    private static final int SIZE = 7;
    private static final int USERS = 20;
    private static final int ITEMS = 40;

    private static Contender create(String name, Excludes excludes) {
        return Contenders.create(name, Models.fading(SIZE, excludes));
    }

    private static List<Interaction> events(RandomGenerator random) {
        return Streams.random(random, 400, USERS, ITEMS);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create("best", Excludes.of(List.of())))
                .withMessageContainingAll("best", "user-based", "popular", "recent", "item-based-last-click");
    }

    @RandomTest
    void listsAreFullAndDistinctForStrangersToo(RandomGenerator random) {
        List<Interaction> events = events(random);
        for (String name : Contenders.names()) {
            Contender contender = create(name, Excludes.of(List.of()));
            events.forEach(contender::learn);

            for (String user : List.of("user-0", "user-1", "stranger")) {
                assertThat(contender.recommend(user, START_MS))
                        .as(name)
                        .hasSize(SIZE)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @RandomTest
    void nothingThatIsExcludedComesBack(RandomGenerator random) {
        for (String exclude : Excludes.WORDS) {
            for (String name : Contenders.names()) {
                Contender contender = create(name, Excludes.of(List.of(exclude)));
                Map<String, List<Interaction>> before = new HashMap<>(); // by user
                for (Interaction event : events(random)) {
                    contender.learn(event);
                    List<Interaction> own = before.computeIfAbsent(event.userId(), user -> new ArrayList<>());
                    own.add(event);
                    Set<String> excluded = excluded(exclude, event, own);
                    assertThat(contender.recommend(event.userId(), event.timestampMs()))
                            .as(name)
                            .noneMatch(excluded::contains);
                }
            }
        }
    }

    private static Set<String> excluded(String exclude, Interaction last, List<Interaction> own) {
        return own.stream()
                .filter(event -> switch (exclude) {
                    case "current" -> event.itemId().equals(last.itemId());
                    case "purchased" -> event.type() == InteractionType.PURCHASE;
                    case "disliked" -> event.type() == InteractionType.DISLIKE;
                    default -> true; // seen
                })
                .map(Interaction::itemId)
                .collect(Collectors.toSet());
    }

    @RandomTest
    void whatIsOnlyObservedChangesNoOtherList(RandomGenerator random) {
        List<Interaction> events = events(random);
        for (String name : Contenders.names()) {
            Contender told = create(name, Excludes.of(List.of()));
            Contender untold = create(name, Excludes.of(List.of()));
            events.forEach(told::learn);
            events.forEach(untold::learn);
            for (Interaction event : Streams.random(random, 50, 1, ITEMS)) { // all of user-0
                told.observe(event);
            }

            for (int user = 1; user < USERS; user++) {
                assertThat(told.recommend("user-" + user, START_MS))
                        .as(name)
                        .isEqualTo(untold.recommend("user-" + user, START_MS));
            }
        }
    }

    @RandomTest
    void whatIsObservedIsTheUsersOwn(RandomGenerator random) {
        List<Interaction> events = events(random);
        for (String name : Contenders.names()) {
            Contender contender = create(name, Excludes.of(List.of("seen")));
            events.forEach(contender::learn);
            String first = contender.recommend("stranger", START_MS).get(0);

            contender.observe(Streams.click("stranger", first, START_MS));

            assertThat(contender.recommend("stranger", START_MS)).as(name).doesNotContain(first);
        }
    }
}
