package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class UsersStoreTest {

    private static final UserAttributes ANN =
            new UserAttributes("ann", Map.of("country", "DE"), Map.of("email", true), START_MS);

    private static final UserAttributes BEN = new UserAttributes("ben", Map.of(), Map.of("email", false), START_MS);

    @AutoClose
    private final TestStream stream = new TestStream();

    private final AttributesReader reader =
            new AttributesReader(TestStream.TOPICS.users(), TestStream.SERDES.userAttributesDeserializer());

    private Optional<UserAttributes> find(String user) {
        KeyValueStore<Bytes, byte[]> store = stream.driver.getKeyValueStore(Stores.USER_ATTRIBUTES);
        return reader.find(store, user);
    }

    @Test
    void holdsTheLastRecordOfEveryUser() {
        stream.users.pipeInput("ann", new UserAttributes("ann", Map.of(), Map.of(), 0));
        stream.users.pipeInput("ben", BEN);

        stream.users.pipeInput("ann", ANN);

        assertThat(find("ann")).hasValue(ANN);
        assertThat(find("ben")).hasValue(BEN);
        assertThat(find("cem")).isEmpty();
    }

    @Test
    void forgetsAUserOnATombstone() {
        stream.users.pipeInput("ann", ANN);

        stream.users.pipeInput("ann", (UserAttributes) null);

        assertThat(find("ann")).isEmpty();
    }

    @Test
    void treatsUnreadableAndForeignValuesAsAbsent() {
        stream.rawUsers.pipeInput("junk", new byte[] {1, 2, 3});
        stream.users.pipeInput("ben", ANN);
        stream.users.pipeInput((String) null, ANN);

        assertThat(find("junk")).isEmpty();
        assertThat(find("ben")).isEmpty();
        assertThat(find("ann")).isEmpty();
    }

    @Test
    void isNoEvent() {
        stream.users.pipeInput("ann", ANN);
        assertThat(stream.recommendations.isEmpty()).isTrue();

        stream.send(click("ann", "tea", START_MS));

        assertThat(stream.recommendations.readValuesToList()).hasSize(1);
    }
}
