package dev.kindred.app;

import dev.kindred.admin.AccessCheck;
import dev.kindred.admin.AccessRights;
import dev.kindred.admin.AdminException;
import dev.kindred.admin.Connection;
import dev.kindred.admin.Principals;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.admin.TopicReport;
import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates and checks the topics at the start of an instance, which may start before its brokers. */
final class StartTopics {

    private static final Logger log = LoggerFactory.getLogger(StartTopics.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private StartTopics() {}

    /**
     * Returns the state of the topics as soon as the brokers answer.
     *
     * @throws AdminException if the brokers do not answer in the set time, or refuse
     * @throws AppDiedException if a topic has the wrong configuration
     */
    static Topologies.Cluster prepare(KindredConfig config) {
        long startNs = System.nanoTime();
        boolean isWaiting = false;
        while (true) {
            try {
                Topologies.Cluster cluster = attempt(config);
                if (isWaiting) {
                    log.info("The brokers answer, {} s after the start", secondsSince(startNs));
                }
                return cluster;
            } catch (AdminException e) {
                if (!e.mayPass()
                        || System.nanoTime() - startNs >= config.startupWait().toNanos()) {
                    throw e;
                }
                if (!isWaiting) {
                    log.warn(
                            "The brokers at {} do not answer; this instance waits up to {} s for them"
                                    + " (startup.wait.ms): {}",
                            config.bootstrapServers(),
                            config.startupWait().toSeconds(),
                            e.getMessage());
                }
                isWaiting = true;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static long secondsSince(long startNs) {
        return Duration.ofNanos(System.nanoTime() - startNs).toSeconds();
    }

    private static Topologies.Cluster attempt(KindredConfig config) {
        try (Admin admin = Connection.open(config.clientProperties())) {
            accessCheck(config).run(admin);
            TopicAdmin topics = new TopicAdmin(
                    admin, config.topics(), config.topicSettings(), Principals.of(config.clientProperties()));
            TopicReport report = topics.createMissing();
            if (!report.created().isEmpty()) {
                log.info("Created the topics {}", report.created());
            }
            if (!report.isReady()) {
                throw new AppDiedException(String.join("; ", report.differences()));
            }
            return new Topologies.Cluster(topics.partitionsOf(config.topics().events()), topics.former());
        }
    }

    static AccessCheck accessCheck(KindredConfig config) {
        return new AccessCheck(
                new AccessRights(config.topics(), config.applicationId()), Principals.of(config.clientProperties()));
    }
}
