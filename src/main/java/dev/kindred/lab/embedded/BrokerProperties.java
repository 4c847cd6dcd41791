package dev.kindred.lab.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one small broker that is also its own controller. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String LISTENER = "PLAINTEXT";

    private BrokerProperties() {}

    static Map<String, String> of(Ports ports, Path logDirectory) {
        return merge(identity(ports, logDirectory), singleReplicas(), smallAndQuick(), quickRecovery());
    }

    private static Map<String, String> identity(Ports ports, Path logDirectory) {
        String controller = Ports.HOST + ":" + ports.controller();
        return Map.of(
                "node.id",
                Integer.toString(NODE_ID),
                "process.roles",
                "broker,controller",
                "listeners",
                LISTENER + "://" + Ports.HOST + ":" + ports.broker() + "," + CONTROLLER_LISTENER + "://" + controller,
                "listener.security.protocol.map",
                LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "log.dirs",
                logDirectory.toString());
    }

    /** Kafka's defaults require three brokers, and fifty partitions that take time to create and recover. */
    private static Map<String, String> singleReplicas() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4");
    }

    private static Map<String, String> smallAndQuick() {
        return Map.of(
                // a misspelt topic should be an error, and Kindred's topics need their own settings
                "auto.create.topics.enable", "false",
                "num.partitions", "4",
                "message.max.bytes", mebibytes(4),
                "group.initial.rebalance.delay.ms", "0",
                // Kafka's default takes 128 MiB of the heap at once
                "log.cleaner.dedupe.buffer.size", mebibytes(16),
                // every partition maps two or more of these files
                "log.index.size.max.bytes", mebibytes(1),
                "num.network.threads", "2",
                "num.io.threads", "4");
    }

    /** Short timeouts, so that a killed process is detected soon. */
    private static Map<String, String> quickRecovery() {
        return Map.of(
                // the least session timeout that members may request; Kafka's default is 6 s
                "group.min.session.timeout.ms", "1000",
                // the transaction of a killed process should block readers as briefly as possible
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                // after a kill the controller waits this long before it accepts the restarted broker
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500");
    }

    private static String mebibytes(int count) {
        return Integer.toString(count * 1024 * 1024);
    }

    @SafeVarargs
    private static Map<String, String> merge(Map<String, String>... parts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
