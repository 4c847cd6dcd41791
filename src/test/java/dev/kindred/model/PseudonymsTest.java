package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class PseudonymsTest {

    private static final Pseudonyms PSEUDONYMS = withKeyOf('k');

    private static Pseudonyms withKeyOf(char letter) {
        return Pseudonyms.withKey(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }

    /** Computed with: openssl dgst -sha256 -mac HMAC -macopt hexkey:6b6b... -binary | head -c 16 | basenc --base64url. */
    @Test
    void areThoseOfTheDocumentedFormula() {
        assertThat(PSEUDONYMS.of("alice")).isEqualTo("u~ZmSkIEjG1tf-NlfjmxQVXA");
        assertThat(PSEUDONYMS.of("Ümläut 7")).isEqualTo("u~mUaN5Fbkfr3mcngch7Qokg");
    }

    @RandomTest
    void staysAsItIsAtEveryFurtherDoor(RandomGenerator random) {
        String pseudonym = PSEUDONYMS.of("user-" + random.nextInt());

        assertThat(PSEUDONYMS.of(pseudonym)).isEqualTo(pseudonym);
        assertThat(withKeyOf('n').of(pseudonym)).isEqualTo(pseudonym);
    }

    @RandomTest
    void dependsOnTheKey(RandomGenerator random) {
        String id = "user-" + random.nextInt();

        assertThat(withKeyOf('n').of(id)).isNotEqualTo(PSEUDONYMS.of(id));
    }

    @Test
    void masksIdsThatOnlyBeginLikeOne() {
        for (String id : new String[] {"u~", "u~alice", "u~AAAAAAAAAAAAAAAAAAAAAB", "u~AAAAAAAAAAAAAAAAAAAAAAA"}) {
            assertThat(PSEUDONYMS.of(id)).matches("u~[A-Za-z0-9_-]{22}").isNotEqualTo(id);
        }
    }

    @Test
    void masksEveryIdOfARecord() {
        String ann = PSEUDONYMS.of("ann");
        String bob = PSEUDONYMS.of("bob");

        assertThat(PSEUDONYMS.of(new Merge("ann", "bob", 7))).isEqualTo(new Merge(ann, bob, 7));
        assertThat(PSEUDONYMS.of(new ErasureRequest("r", "ann", 7, "asked")))
                .isEqualTo(new ErasureRequest("r", ann, 7, "asked"));
        assertThat(PSEUDONYMS.of(UserChange.removal("ann"))).isEqualTo(UserChange.removal(ann));
        assertThat(PSEUDONYMS
                        .of(new Interaction(Optional.empty(), "ann", "book", InteractionType.CLICK, 7, 1))
                        .userId())
                .isEqualTo(ann);
    }

    @Test
    void areTheIdsWithoutAKey() {
        assertThat(Pseudonyms.NONE.of("alice")).isEqualTo("alice");
        assertThat(Pseudonyms.NONE.isOn()).isFalse();
    }

    @Test
    void needsAKeyThatCannotBeGuessed() {
        assertThatThrownBy(() -> Pseudonyms.withKey(new byte[31])).hasMessageContaining("at least 32 bytes");
    }
}
