package dev.kindred.lab.evaluation.contenders;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.recommend.Exclusion;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every contender. */
final class ContenderLawsTest {

    private static final int SIZE = 7;
    private static final int USERS = 20;
    private static final int ITEMS = 40;

    private static Contender create(String name, Set<Exclusion> exclusions) {
        return Contenders.create(name, Models.fading(SIZE, exclusions));
    }

    private static List<Interaction> events(RandomGenerator random) {
        return Streams.random(random, 400, USERS, ITEMS);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create("best", Set.of()))
                .withMessageContainingAll("best", "user-based", "popular", "recent", "item-based-last-click");
    }

    @RandomTest
    void listsAreFullAndDistinctForStrangersToo(RandomGenerator random) {
        List<Interaction> events = events(random);
        for (String name : Contenders.names()) {
            Contender contender = create(name, Set.of());
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
        for (Exclusion exclusion : Exclusion.values()) {
            for (String name : Contenders.names()) {
                Contender contender = create(name, EnumSet.of(exclusion));
                List<Interaction> before = new ArrayList<>();
                for (Interaction event : events(random)) {
                    contender.learn(event);
                    before.add(event);
                    Set<String> excluded = excluded(exclusion, event, before);
                    assertThat(contender.recommend(event.userId(), event.timestampMs()))
                            .as(name)
                            .noneMatch(excluded::contains);
                }
            }
        }
    }

    private static Set<String> excluded(Exclusion exclusion, Interaction last, List<Interaction> before) {
        return before.stream()
                .filter(event -> event.userId().equals(last.userId()))
                .filter(event -> switch (exclusion) {
                    case CURRENT -> event.itemId().equals(last.itemId());
                    case SEEN -> true;
                    case PURCHASED -> event.type() == InteractionType.PURCHASE;
                    case DISLIKED -> event.type() == InteractionType.DISLIKE;
                })
                .map(Interaction::itemId)
                .collect(Collectors.toSet());
    }

    @RandomTest
    void whatIsOnlyObservedChangesNoOtherList(RandomGenerator random) {
        List<Interaction> events = events(random);
        for (String name : Contenders.names()) {
            Contender told = create(name, Set.of());
            Contender untold = create(name, Set.of());
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
            Contender contender = create(name, Set.of(Exclusion.SEEN));
            events.forEach(contender::learn);
            String first = contender.recommend("stranger", START_MS).get(0);

            contender.observe(Streams.click("stranger", first, START_MS));

            assertThat(contender.recommend("stranger", START_MS)).as(name).doesNotContain(first);
        }
    }
}
