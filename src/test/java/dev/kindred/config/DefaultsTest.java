package dev.kindred.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.admin.TopicSettings;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.feed.FeedSettings;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.guard.RateSettings;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.InteractionType;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.recommend.Exclusion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.similarity.Normalization;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.state.StateSettings;
import dev.kindred.text.Language;
import dev.kindred.topology.SimilarItemsPublishing;
import dev.kindred.topology.Topics;
import dev.kindred.vector.HabitSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pins every default: changing one changes what an upgrade does to people who set nothing. */
final class DefaultsTest {

    private final KindredConfig config = KindredConfig.of(Map.of());

    @Test
    void pinTheApplication() {
        assertThat(config.applicationId()).isEqualTo("kindred");
        assertThat(config.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(config.stateDir()).isEqualTo(Path.of("state"));
        assertThat(config.applicationStateDir()).isEqualTo(Path.of("state", "kindred"));
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.processingGuarantee()).isEqualTo("exactly_once_v2");
        assertThat(config.commitIntervalMs()).isEqualTo(100);
        assertThat(config.lingerMs()).isEqualTo(5);
        assertThat(config.standbyReplicas()).isZero();
    }

    @Test
    void pinTheTopics() {
        assertThat(config.topics()).isEqualTo(new Topics(""));
        assertThat(config.topicSettings())
                .isEqualTo(new TopicSettings(
                        8,
                        (short) -1,
                        604_800_000L,
                        604_800_000L,
                        34_560_000_000L,
                        7_776_000_000L,
                        7_776_000_000L,
                        1_209_600_000L,
                        2_097_152));
    }

    @Test
    void pinTheFormats() {
        assertThat(config.serializerClass()).isEqualTo("dev.kindred.serde.KindredAvroSerializer");
        assertThat(config.deserializerClass()).isEqualTo("dev.kindred.serde.KindredAvroDeserializer");
        assertThat(config.serdeProperties()).isEmpty();
        assertThat(config.kafkaProperties()).isEmpty();
        assertThat(config.clientProperties()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
    }

    @Test
    void pinTheEvents() {
        assertThat(config.intakeSettings())
                .isEqualTo(new IntakeSettings(256, Duration.ofHours(1), Instant.parse("1990-01-01T00:00:00Z")));
        assertThat(config.deadLetterMaxBytes()).isEqualTo(2_097_152);
    }

    @Test
    void pinTheWeights() {
        var weights = Arrays.stream(InteractionType.values())
                .map(type -> type + " " + config.vectorSettings().weights().of(type));

        assertThat(weights)
                .containsExactly(
                        "BROWSE 1.0",
                        "CLICK 1.0",
                        "FAVORITE 3.0",
                        "CART 3.0",
                        "PURCHASE 5.0",
                        "RATING 1.0",
                        "DISLIKE -1.0");
    }

    @Test
    void pinTheVectors() {
        var vectors = config.vectorSettings();

        assertThat(vectors.maxItems()).isEqualTo(200);
        assertThat(vectors.step()).isEqualTo(0.8);
        assertThat(vectors.affinityDecay()).isEqualTo(Decay.ofHalfLife(Duration.ofDays(30)));
        assertThat(vectors.interestDecay()).isEqualTo(Decay.ofHalfLife(Duration.ofDays(7)));
        assertThat(vectors.rememberedEvents()).isZero();
        assertThat(vectors.habits()).isEqualTo(new HabitSettings(Duration.ofMinutes(30), ZoneId.of("UTC")));
    }

    @Test
    void pinTheModel() {
        assertThat(config.matrixSettings())
                .isEqualTo(new MatrixSettings(
                        100,
                        1000,
                        Decay.ofHalfLife(Duration.ofDays(30)),
                        Decay.ofHalfLife(Duration.ofDays(7)),
                        Decay.ofHalfLife(Duration.ofDays(1))));
        assertThat(config.similaritySettings()).isEqualTo(new SimilaritySettings(300, 100, 0.05, 1, 1));
        assertThat(config.similarItemsSettings())
                .isEqualTo(new SimilarItemsSettings(Normalization.CONDITIONAL, 5, 0.5, 100, 20_000, 0.1));
        assertThat(config.recentDecay()).isEqualTo(Decay.ofHalfLife(Duration.ofDays(14)));
        assertThat(config.similarItemsPublishing()).isEqualTo(new SimilarItemsPublishing(0, 20));
        assertThat(config.recommendSettings())
                .isEqualTo(new RecommendSettings(
                        20, Set.of(Exclusion.CURRENT, Exclusion.PURCHASED, Exclusion.DISLIKED), 3, 0, 1, 0.5, 0.3));
        assertThat(config.stateSettings()).isEqualTo(new StateSettings(268_435_456, 134_217_728, 134_217_728));
    }

    @Test
    void pinTheContent() {
        assertThat(config.language()).isEqualTo(Language.ENGLISH);
        assertThat(config.contentSettings())
                .isEqualTo(new ContentSettings(new FieldWeights(1, 0.5, 1, 1, 1), 500, 64, 150, 0.05, 0.05));
    }

    @Test
    void pinTheProfiles() {
        assertThat(config.profileSettings())
                .isEqualTo(new ProfileSettings(
                        Decay.ofHalfLife(Duration.ofDays(30)), 5, Duration.ofDays(30), Duration.ofDays(90)));
        assertThat(config.segmentsFile()).isEmpty();
        assertThat(config.profilePublishIntervalMs()).isZero();
    }

    @Test
    void pinTheNumberOfSettings() {
        assertThat(Definition.ALL.names()).hasSize(100);
    }

    @Test
    void pinHttp() {
        assertThat(config.httpEnabled()).isTrue();
        assertThat(config.httpSettings())
                .isEqualTo(new HttpSettings("127.0.0.1", 8080, 32, 1_048_576, List.of(), Optional.empty()));
        assertThat(config.feedSettings())
                .isEqualTo(new FeedSettings(Map.of("bootstrap.servers", "localhost:9092"), Duration.ofSeconds(5)));
        assertThat(config.apiKeys().isEmpty()).isTrue();
        assertThat(config.rateSettings()).isEqualTo(new RateSettings(0, 100));
        assertThat(config.httpAdvertised()).isEmpty();
        assertThat(config.httpForwardTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.httpStaleReads()).isFalse();
    }
}
