package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class RecordPrinterTest {

    private static final String TOPIC = "recommendations";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final StringWriter out = new StringWriter();

    @Test
    void endsAfterTheRequestedNumber() {
        records("alice", "bob", "carol");

        print("--from-beginning", "--max", "2");

        assertThat(out.toString()).isEqualTo("{\"userId\":\"alice\"}\n{\"userId\":\"bob\"}\n");
    }

    @Test
    void endsWithTheLastRecordThatIsThere() {
        records("alice", "bob");

        print("--from-beginning", "--until-end");

        assertThat(out.toString()).isEqualTo("{\"userId\":\"alice\"}\n{\"userId\":\"bob\"}\n");
    }

    @Test
    void keepsToOneUser() {
        records("alice", "bob", "alice");

        print("--from-beginning", "--until-end", "--user", "bob");

        assertThat(out.toString()).isEqualTo("{\"userId\":\"bob\"}\n");
    }

    @Test
    void beginsWithTheNextRecordByDefault() {
        records("alice", "bob");

        print("--until-end");

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void namesAnUnreadableRecord() {
        records("alice", "unreadable");

        assertThatThrownBy(() -> print("--from-beginning", "--until-end"))
                .isInstanceOf(CommandException.class)
                .hasMessage("cannot read the record at recommendations-0 offset 1 (broken):"
                        + " check deserializer.class and schema.registry.url");
    }

    @Test
    void reportsAnAbsentTopic() {
        consumer.updatePartitions(TOPIC, List.of());

        assertThatThrownBy(() -> print())
                .isInstanceOf(CommandException.class)
                .hasMessage("there is no topic recommendations: create it with 'kindred topics create'");
    }

    private void print(String... args) {
        Options options = new Options();
        new CommandLine(options).parseArgs(args);
        RecordJson form = new RecordJson(message -> List.of(Bytes.lossyText(message.key())), RecordPrinterTest::byKey);
        new RecordPrinter(consumer, form, options.which, new PrintWriter(out)).print(TOPIC);
    }

    private void records(String... users) {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) users.length));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < users.length; i++) {
                consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, i, users[i].getBytes(StandardCharsets.UTF_8), null));
            }
        });
    }

    /** The printed form is another test's matter. */
    private static ObjectNode byKey(ConsumerRecord<byte[], byte[]> message) {
        String user = Bytes.lossyText(message.key());
        if (user.equals("unreadable")) {
            throw new IllegalArgumentException("broken");
        }
        return JsonNodeFactory.instance.objectNode().put("userId", user);
    }

    @Command
    private static final class Options {

        @Mixin
        private ConsumeOptions which = new ConsumeOptions();
    }
}
