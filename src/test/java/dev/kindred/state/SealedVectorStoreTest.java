package dev.kindred.state;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.CellKey;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.VectorStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** The laws of vectors on a store that is encrypted, and what lies on the disk. */
final class SealedVectorStoreTest extends RocksVectorStoreLaws {

    private final Keyset keys = Keyset.create();

    @Override
    VectorStore around(VectorStore kafka) {
        return sealedWith(keys);
    }

    private VectorStore sealedWith(Keyset keyset) {
        return new KafkaVectorStore(new SealedStore(bytes, keyset.seal()), SETTINGS, dictionary);
    }

    private List<byte[]> stored() {
        List<byte[]> values = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = bytes.all()) {
            all.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    @Test
    void storesNoValueInClear() {
        learn(click("ann", "book", START_MS));

        assertThat(stored()).hasSize(2).allMatch(Seal::isSealed);
    }

    @RandomTest
    void readsVectorsInClearAndSealsThemWithTheirNextWrite(RandomGenerator random) {
        VectorStore clear = new KafkaVectorStore(bytes, SETTINGS, dictionary);
        var events = Streams.random(random, 100, 3, 5);
        live(events, dictionary)
                .forEach((user, vector) -> clear.save(user, vector, allItems(vector.size(), vector::item)));

        live(events, dictionary).forEach((user, vector) -> {
            assertSame(store().load(user), vector, dictionary);
            store().save(user, vector, allItems(vector.size(), vector::item));
        });

        assertThat(stored()).isNotEmpty().allMatch(Seal::isSealed);
    }

    private static int[] allItems(int size, IntUnaryOperator item) {
        return IntStream.range(0, size).map(item).toArray();
    }

    @Test
    void aKeyOfBeforeOpensUntilItIsRemovedAndTheNewOneSeals() {
        learn(click("ann", "book", START_MS));
        Keyset rotated = keys.withNewKey();
        byte[] before = stored().get(0);

        assertThat(sealedWith(rotated).load("ann").size()).isEqualTo(1);
        VectorStore promoted = sealedWith(rotated.withNewestPrimary());
        promoted.save("ann", promoted.load("ann"), dictionary.numberOf("book"));

        assertThat(promoted.load("ann").size()).isEqualTo(1);
        assertThat(keyId(before)).isEqualTo(rotated.keys().get(0).id());
        assertThat(stored())
                .allMatch(value -> keyId(value) == rotated.keys().get(1).id());
    }

    private static int keyId(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt(2);
    }

    @Test
    void aValueUnderAnotherKeyOfTheStoreCannotBeOpened() {
        learn(click("ann", "book", START_MS));
        Bytes header = Bytes.wrap(CellKey.prefixOf("bob"));

        bytes.put(header, bytes.get(Bytes.wrap(CellKey.prefixOf("ann"))));

        assertThatThrownBy(() -> store().load("bob"))
                .isInstanceOf(SealedValueException.class)
                .hasMessageContaining("a key that the keyset lacks, or was damaged");
    }

    @Test
    void withoutAKeysetItSaysWhichSettingIsMissing() {
        learn(click("ann", "book", START_MS));

        assertThatThrownBy(() -> new KafkaVectorStore(bytes, SETTINGS, dictionary).load("ann"))
                .isInstanceOf(SealedValueException.class)
                .hasMessageContaining("set privacy.encryption.keyset.file");
    }
}
