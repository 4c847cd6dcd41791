package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.config.KindredConfig;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.state.VectorReader;
import dev.kindred.testing.ByteStores;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.StreamsException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class AppDiedExceptionTest {

    @Test
    void statesTheRemedyForAnEncryptedValueThatCannotBeOpened() {
        var store = ByteStores.inMemory();
        store.put(Bytes.wrap(CellKey.prefixOf("ann")), new byte[] {(byte) 0xE1, 1, 2});
        VectorReader reader =
                new VectorReader(KindredConfig.of(Map.of()).modelSettings().vector(), new ItemDictionary());
        Throwable unreadable = Assertions.catchThrowable(() -> reader.find(store, "ann"));

        AppDiedException death = AppDiedException.because(
                new StreamsException("Exception caught in process", unreadable), Optional.empty());

        assertThat(death.statesRemedy()).isTrue();
        assertThat(death)
                .hasMessage("the stream died: a stored value is encrypted: set privacy.encryption.keyset.file to the"
                        + " keyset that encrypted it; if the key was destroyed, delete the encrypted vectors with kindred"
                        + " reset");
    }
}
