package dev.kindred.state;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.VectorStore;
import java.util.List;
import java.util.random.RandomGenerator;

final class KafkaVectorStoreTest extends RocksVectorStoreLaws {

    @Override
    VectorStore around(VectorStore kafka) {
        return kafka;
    }

    @RandomTest
    void isReadByAProcessThatNumbersItemsDifferently(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 5, 30);
        events.forEach(this::learn);
        ItemDictionary later = new ItemDictionary();
        later.numberOf("an item that was met first");

        VectorStore restarted = new KafkaVectorStore(bytes, SETTINGS, later);

        live(events, later).forEach((user, vector) -> assertSame(restarted.load(user), vector, later));
    }
}
