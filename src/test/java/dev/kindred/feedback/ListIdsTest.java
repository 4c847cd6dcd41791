package dev.kindred.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.KeyedHash;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ListIdsTest {

    private static final ListOrigin ORIGIN = new ListOrigin(
            1_700_000_000_000L,
            "home",
            Optional.of("b"),
            OptionalDouble.of(0.25),
            List.of(Strategy.USER_BASED, Strategy.POPULAR, Strategy.SEQUENCE_BASED));

    private final ListIds ids = new ListIds(KeyedHash.withSecret("a secret of the tests"));

    /** The layout is stored in events: an id that is out there stays readable. */
    @Test
    void areReadAsEver() {
        String id = ids.make(ORIGIN, 7);

        assertThat(id).isEqualTo("Aag-X1YHRWtqAAABi8_laAAAAAAHPoAAAARob21lAWIDEAY");
        assertThat(ids.read(id)).contains(ORIGIN);
    }

    @RandomTest
    void areReadAsTheyWereMade(RandomGenerator random) {
        Strategy[] strategies = Strategy.values();
        ListOrigin origin = new ListOrigin(
                random.nextLong(),
                "x".repeat(random.nextInt(1, 65)),
                random.nextBoolean() ? Optional.of("v".repeat(random.nextInt(1, 65))) : Optional.empty(),
                random.nextBoolean() ? OptionalDouble.of(random.nextFloat()) : OptionalDouble.empty(),
                Stream.generate(() -> strategies[random.nextInt(strategies.length)])
                        .limit(random.nextInt(120))
                        .toList());

        String id = ids.make(origin, random.nextInt());

        assertThat(ids.read(id)).contains(origin);
        assertThat(id.length()).isLessThanOrEqualTo(243);
    }

    @RandomTest
    void areUnknownOnceAnyCharacterChanges(RandomGenerator random) {
        String id = ids.make(ORIGIN, 7);
        int at = random.nextInt(id.length() - 1); // the last one has bits without meaning
        String forged = id.substring(0, at) + (id.charAt(at) == 'A' ? 'B' : 'A') + id.substring(at + 1);

        assertThat(ids.read(forged)).isEmpty();
    }

    @Test
    void ofAnotherDeploymentAreUnknown() {
        ListIds others = new ListIds(KeyedHash.withSecret("a secret of others"));

        assertThat(ids.read(others.make(ORIGIN, 7))).isEmpty();
        assertThat(ids.read("l-1")).isEmpty();
        assertThat(ids.read("")).isEmpty();
        assertThat(ids.read("no base 64!")).isEmpty();
    }
}
