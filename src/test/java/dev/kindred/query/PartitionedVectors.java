package dev.kindred.query;

import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserAttributes;
import dev.kindred.state.KafkaVectorStore;
import dev.kindred.state.VectorReader;
import dev.kindred.state.VectorScan;
import dev.kindred.testing.ByteStores;
import dev.kindred.topology.Placement;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The vectors of all partitions, stored as the stream stores them, in memory. */
final class PartitionedVectors implements Vectors {

    @Override
    public Optional<ErasureReceipt> receipt(int partition, String requestId) {
        return Optional.empty();
    }

    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final VectorReader reader;
    private final Placement placement;
    private final List<KeyValueStore<Bytes, byte[]>> stores;
    private final Map<String, UserAttributes> attributes = new HashMap<>();

    PartitionedVectors(VectorSettings settings, ItemDictionary dictionary, int partitions) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.reader = new VectorReader(settings, dictionary);
        this.placement = new Placement(partitions);
        this.stores = Stream.generate(ByteStores::inMemory).limit(partitions).toList();
    }

    /** Returns the user's vector with the event in it. */
    UserVector learn(Interaction event) {
        KeyValueStore<Bytes, byte[]> store = stores.get(placement.partitionOf(event.userId()));
        KafkaVectorStore vectors = new KafkaVectorStore(store, settings, dictionary);
        UserVector vector = vectors.load(event.userId());
        vectors.save(event.userId(), vector, vector.learn(event).items());
        return vector;
    }

    /** Sets the attributes of a user. */
    void say(UserAttributes said) {
        attributes.put(said.userId(), said);
    }

    @Override
    public Optional<UserAttributes> attributesOf(String userId) {
        return Optional.ofNullable(attributes.get(userId));
    }

    @Override
    public UserRecords recordsOf(String userId) {
        return new UserRecords(
                attributesOf(userId), Optional.empty(), ErasureNotes.NONE, List.of("user-vectors", "user-attributes"));
    }

    @Override
    public UserVector of(String userId) {
        return reader.find(stores.get(placement.partitionOf(userId)), userId)
                .orElseThrow(QueryException.UnknownUser::new);
    }

    @Override
    public int partitions() {
        return placement.partitions();
    }

    @Override
    public <R> R scan(int partition, String userId, Function<PartitionScan, R> use) {
        try (VectorScan scan = reader.scanAfter(stores.get(partition), userId)) {
            return use.apply(new PartitionScan(scan, stores.get(partition).approximateNumEntries()));
        }
    }
}
