package dev.kindred.app;

import dev.kindred.admin.AdminException;
import dev.kindred.admin.Connection;
import dev.kindred.admin.Principals;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.config.InForce;
import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.config.scenarios.ScenarioText;
import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.feedback.OutcomeView;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.api.Inspection;
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.query.LiveSample;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Inspects this instance.
 *
 * <p>A request that needs the brokers opens a client of its own. Such requests run one at a time, because they come from
 * people and are rare.
 */
final class Insight implements Inspection {

    private final KindredConfig config;
    private final KafkaStreams streams;
    private final KindredMetrics metrics;
    private final Rules rules;
    private final OutcomeView outcomes;
    private final DeadLetterTail letters;

    Insight(KindredConfig config, KafkaStreams streams, KindredMetrics metrics, Rules rules, OutcomeView outcomes) {
        this.config = config;
        this.streams = streams;
        this.metrics = metrics;
        this.rules = rules;
        this.outcomes = outcomes;
        this.letters = new DeadLetterTail(config);
    }

    @Override
    public Feedback feedback() {
        return new Feedback(
                config.feedbackSettings().enabled(),
                outcomes.all(),
                config.modelSettings().recommend().minimumSupport());
    }

    @Override
    public int instances() {
        try {
            return Math.max(1, streams.metadataForAllStreamsClients().size());
        } catch (IllegalStateException e) { // the stream has not started, or has stopped
            return 1;
        }
    }

    @Override
    public List<LiveSample> samplesAfter(long timeMs) {
        return metrics.samplesAfter(timeMs);
    }

    @Override
    public List<Setting> settings() {
        return config.inForce().stream().map(Insight::setting).toList();
    }

    private static Setting setting(InForce setting) {
        return new Setting(setting.key(), setting.value(), setting.place(), setting.changed());
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(int limit) {
        return asked(() -> letters.newest(limit));
    }

    @Override
    public synchronized TopicsAnswer topics() {
        return asked(() -> {
            try (Admin admin = Connection.open(config.clientProperties())) {
                var report = new TopicAdmin(
                                admin,
                                config.topics(),
                                config.topicSettings(),
                                Principals.of(config.clientProperties()))
                        .check();
                return new TopicsAnswer(report.existing(), report.missing(), report.differences());
            }
        });
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AdminException | KafkaException e) {
            throw new ProblemException(
                    Problem.of(ProblemKind.BROKERS_UNREACHABLE, "the brokers do not answer this: " + e.getMessage()));
        }
    }

    @Override
    public String scenarioText() {
        return rules.scenarioText();
    }

    @Override
    public Scenarios parse(String text) {
        try {
            return ScenarioFile.parse(text)
                    .withDefault(config.modelSettings().recommend().defaultScenario());
        } catch (YamlSyntaxException e) {
            throw new Mistake(e.line(), String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String definition(Scenario scenario) {
        return ScenarioText.of(scenario);
    }
}
