package dev.kindred.query;

import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.Erasures;
import dev.kindred.state.FatigueReader;
import dev.kindred.state.FeedbackCodec;
import dev.kindred.state.VectorReader;
import dev.kindred.topology.ErasureSettings;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the stores of users. Safe for many threads.
 *
 * @param receipts safe for many threads
 * @param feedback empty if there is no store of feedback
 * @param fatigue by what users were shown; off without a store of feedback
 * @param erasures how users are named in the store of erasures
 */
public record StoreReaders(
        VectorReader vectors,
        AttributesReader attributes,
        Deserializer<ErasureReceipt> receipts,
        Optional<FeedbackCodec> feedback,
        FatigueReader fatigue,
        ErasureSettings erasures) {

    /** The notes on a user; the other one of a merge is named only by a hash that has a secret. */
    ErasureNotes notes(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        ErasureNotes notes = Erasures.notes(store, erasures.hash(), userId);
        return erasures.isSecret() ? notes : new ErasureNotes(notes.erasedMs(), notes.refusedMs(), Optional.empty());
    }
}
