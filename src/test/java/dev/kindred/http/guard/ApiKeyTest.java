package dev.kindred.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.http.Scope;
import dev.kindred.testing.RandomTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTest {

    // what "printf abc | sha256sum" prints: the first example of FIPS 180-4
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isKnownByItsHash() {
        ApiKey known = ApiKey.of("shop", Set.of(Scope.WRITE, Scope.READ), "abc");

        assertThat(known.entry()).isEqualTo("shop:read+write:" + HASH_OF_ABC);
    }

    @RandomTest
    void comesBackFromItsEntry(RandomGenerator random) {
        List<Scope> granted = List.of(Scope.EVENTS, Scope.READ, Scope.EXPLAIN, Scope.WRITE, Scope.ADMIN);
        Set<Scope> scopes = EnumSet.of(granted.get(random.nextInt(5)), granted.get(random.nextInt(5)));
        ApiKey known = ApiKey.of("caller-" + random.nextInt(100), scopes, ApiKey.random());

        assertThat(ApiKey.parse(known.entry())).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "shop:read",
                "shop:read:secret",
                "shop:read:secret:secret",
                "shop::" + HASH_OF_ABC,
                "shop:open:" + HASH_OF_ABC,
                "shop:read+:" + HASH_OF_ABC,
                "shop:READ:" + HASH_OF_ABC,
                "sh.op:read:" + HASH_OF_ABC,
                ":read:" + HASH_OF_ABC
            })
    void repeatsNothingOfAnEntryThatIsNone(String entry) {
        assertThatThrownBy(() -> ApiKey.parse(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "READ, READ, true",
        "READ, WRITE, false",
        "READ, EXPLAIN, false",
        "READ, EVENTS, false",
        "EVENTS, EVENTS, true",
        "EVENTS, READ, false",
        "EVENTS, WRITE, false",
        "EXPLAIN, READ, false",
        "EXPLAIN, EXPLAIN, true",
        "WRITE, EVENTS, true",
        "WRITE, EXPLAIN, false",
        "ADMIN, EVENTS, true",
        "ADMIN, EXPLAIN, true",
        "WRITE, READ, false",
        "READ, ADMIN, false",
        "WRITE, ADMIN, false",
        "ADMIN, READ, true",
        "ADMIN, WRITE, true",
        "ADMIN, ADMIN, true",
        "READ, OPEN, true"
    })
    void adminsMayAllAndOthersTheirOwn(Scope granted, Scope needed, boolean allowed) {
        assertThat(needed.isIn(Set.of(granted))).isEqualTo(allowed);
    }

    @Test
    void isFoundAmongOthersAndOthersAreNot() {
        ApiKey shop = ApiKey.of("shop", Set.of(Scope.READ), "one");
        ApiKeys keys = new ApiKeys(List.of(shop, ApiKey.of("monitor", Set.of(Scope.ADMIN), "two")));

        assertThat(keys.find("one")).contains(shop);
        assertThat(keys.find("One")).isEmpty();
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find(shop.sha256())).isEmpty();
    }

    @Test
    void hasOneNameAndOneEntry() {
        ApiKey shop = ApiKey.of("shop", Set.of(Scope.READ), "one");

        assertThatThrownBy(() -> new ApiKeys(List.of(shop, ApiKey.of("shop", Set.of(Scope.READ), "two"))))
                .hasMessage("two keys have the same name");
        assertThatThrownBy(() -> new ApiKeys(List.of(shop, ApiKey.of("other", Set.of(Scope.ADMIN), "one"))))
                .hasMessage("two entries have the same key");
    }
}
