package dev.kindred.config;

import dev.kindred.admin.TopicSettings;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.feed.FeedSettings;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.TlsSettings;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.http.guard.RateSettings;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.InteractionType;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.query.QuerySettings;
import dev.kindred.recommend.Exclusion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.similarity.Measure;
import dev.kindred.similarity.Normalization;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.state.StateSettings;
import dev.kindred.text.Language;
import dev.kindred.topology.SimilarItemsPublishing;
import dev.kindred.topology.Topics;
import dev.kindred.vector.HabitSettings;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of one process, checked; immutable.
 *
 * <p>A file lies below the environment, and that below the command line. Whatever is set nowhere has its default.
 */
public final class KindredConfig {

    private static final String EXACTLY_ONCE = "exactly_once_v2";

    private final Values values;
    private final Map<String, String> kafkaProperties;
    private final Map<String, String> serdeProperties;
    private final ApiKeys apiKeys;

    private KindredConfig(Map<String, String> settings) {
        values = Values.parse(settings);
        Conflicts.check(values);
        kafkaProperties = PassThrough.kafka(settings);
        serdeProperties = PassThrough.serde(settings, values.text(Keys.REGISTRY_URL));
        apiKeys = HttpKeys.parse(values.texts(Keys.HTTP_KEYS));
    }

    /**
     * Reads and checks everything.
     *
     * @param file a properties file in UTF-8, the lowest layer
     * @param environment the variables of the process; those named {@code KINDRED_...} count
     * @param overrides settings by key, the highest layer
     * @throws org.apache.kafka.common.config.ConfigException if a key is unknown, a value out of range, or two settings
     *     conflict; its message is one sentence that names the key and the cure
     */
    public static KindredConfig load(
            Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
        return new KindredConfig(Sources.merge(file, environment, overrides));
    }

    /** The defaults with some settings changed, as on the command line; for embedded use and tests. */
    public static KindredConfig of(Map<String, String> overrides) {
        return load(Optional.empty(), Map.of(), overrides);
    }

    public String applicationId() {
        return values.text(Keys.APPLICATION_ID);
    }

    public String bootstrapServers() {
        return values.text(Keys.BOOTSTRAP_SERVERS);
    }

    /** The directory of the local stores; those of this application lie in {@link #applicationStateDir()}. */
    public Path stateDir() {
        return Path.of(values.text(Keys.STATE_DIR));
    }

    /** Where Kafka Streams puts this application's stores: the state directory and the application id. */
    public Path applicationStateDir() {
        return stateDir().resolve(applicationId());
    }

    public int threads() {
        return values.integer(Keys.THREADS);
    }

    /** As Kafka Streams names it: {@code exactly_once_v2} or {@code at_least_once}. */
    public String processingGuarantee() {
        return values.text(Keys.PROCESSING_GUARANTEE);
    }

    public boolean exactlyOnce() {
        return processingGuarantee().equals(EXACTLY_ONCE);
    }

    public long commitIntervalMs() {
        return values.number(Keys.COMMIT_INTERVAL);
    }

    public long lingerMs() {
        return values.number(Keys.LINGER);
    }

    /** How many copies of the vectors other instances keep. */
    public int standbyReplicas() {
        return values.integer(Keys.STANDBY_REPLICAS);
    }

    public Topics topics() {
        return new Topics(values.text(Keys.TOPICS_PREFIX));
    }

    public TopicSettings topicSettings() {
        return new TopicSettings(
                values.integer(Keys.TOPICS_PARTITIONS),
                values.small(Keys.TOPICS_REPLICATION),
                values.number(Keys.RETENTION_EVENTS),
                values.number(Keys.RETENTION_REROUTED),
                values.number(Keys.RETENTION_AFFINITIES),
                values.number(Keys.RETENTION_RECOMMENDATIONS),
                values.number(Keys.RETENTION_USER_PROFILES),
                values.number(Keys.RETENTION_DEAD_LETTERS),
                deadLetterMaxBytes());
    }

    /** The longest original in a dead letter; a producer needs {@link TopicSettings#deadLetterRecordBytes()}. */
    public int deadLetterMaxBytes() {
        return values.integer(Keys.DEAD_LETTER_MAX_BYTES);
    }

    public String serializerClass() {
        return values.text(Keys.SERIALIZER);
    }

    public String deserializerClass() {
        return values.text(Keys.DESERIALIZER);
    }

    /** What serializers are configured with; without {@code schema.registry.url} when the bundled schemas serve. */
    public Map<String, String> serdeProperties() {
        return serdeProperties;
    }

    /** What is passed through to every Kafka client, such as TLS; holds nothing that another setting decides. */
    public Map<String, String> kafkaProperties() {
        return kafkaProperties;
    }

    /** What any Kafka client needs to reach the cluster: the brokers and what is passed through. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(Keys.BOOTSTRAP_SERVERS, bootstrapServers());
        return properties;
    }

    public IntakeSettings intakeSettings() {
        return new IntakeSettings(
                values.integer(Keys.MAX_ID_BYTES),
                values.duration(Keys.FUTURE_TOLERANCE),
                Instant.ofEpochMilli(values.number(Keys.EARLIEST_TIMESTAMP)));
    }

    /** Under exactly once no event is remembered, because none comes twice. */
    public VectorSettings vectorSettings() {
        return new VectorSettings(
                weights(),
                values.decay(Keys.AFFINITY_HALF_LIFE),
                values.decay(Keys.INTEREST_HALF_LIFE),
                values.real(Keys.VECTOR_STEP),
                values.integer(Keys.VECTOR_MAX_ITEMS),
                new HabitSettings(
                        values.duration(Keys.PROFILE_SESSION_GAP), ZoneId.of(values.text(Keys.PROFILE_TIME_ZONE))),
                exactlyOnce() ? 0 : values.integer(Keys.REMEMBERED_EVENTS));
    }

    public MatrixSettings matrixSettings() {
        return new MatrixSettings(
                values.integer(Keys.AUDIENCE),
                values.integer(Keys.COLUMN_CAPACITY),
                values.decay(Keys.AFFINITY_HALF_LIFE),
                values.decay(Keys.POPULARITY_HALF_LIFE),
                values.decay(Keys.TRENDING_HALF_LIFE));
    }

    public SimilaritySettings similaritySettings() {
        return new SimilaritySettings(
                Measure.valueOf(values.text(Keys.MEASURE).toUpperCase(Locale.ROOT)),
                values.integer(Keys.ROW_CAPACITY),
                values.integer(Keys.NEIGHBORS),
                values.real(Keys.NEGLIGIBLE_INTEREST),
                values.real(Keys.ITEM_IDF),
                values.real(Keys.SHRINKAGE));
    }

    public SimilarItemsSettings similarItemsSettings() {
        return new SimilarItemsSettings(
                Normalization.valueOf(
                        values.text(Keys.SIMILAR_ITEMS_NORMALIZATION).toUpperCase(Locale.ROOT)),
                values.real(Keys.SIMILAR_ITEMS_SHRINKAGE),
                values.real(Keys.SIMILAR_ITEMS_DISCOUNT),
                values.integer(Keys.SIMILAR_ITEMS_KEPT),
                values.integer(Keys.SIMILAR_ITEMS_CACHED),
                values.real(Keys.SIMILAR_ITEMS_STALENESS));
    }

    public SimilarItemsPublishing similarItemsPublishing() {
        return new SimilarItemsPublishing(
                values.number(Keys.SIMILAR_ITEMS_INTERVAL), values.integer(Keys.SIMILAR_ITEMS_SIZE));
    }

    /** What the catalog is written in. */
    public Language language() {
        return Language.valueOf(values.text(Keys.CONTENT_LANGUAGE).toUpperCase(Locale.ROOT));
    }

    public ContentSettings contentSettings() {
        return new ContentSettings(
                new FieldWeights(
                        values.real(Keys.CONTENT_WEIGHT_TITLE),
                        values.real(Keys.CONTENT_WEIGHT_DESCRIPTION),
                        values.real(Keys.CONTENT_WEIGHT_CATEGORIES),
                        values.real(Keys.CONTENT_WEIGHT_TAGS),
                        values.real(Keys.CONTENT_WEIGHT_BRAND)),
                values.integer(Keys.CONTENT_POSTINGS),
                values.integer(Keys.CONTENT_TERMS),
                values.integer(Keys.CONTENT_CANDIDATES),
                values.real(Keys.CONTENT_NEGLIGIBLE_INTEREST),
                values.real(Keys.CONTENT_NEGLIGIBLE_TERM));
    }

    public RecommendSettings recommendSettings() {
        return new RecommendSettings(
                values.integer(Keys.RECOMMEND_SIZE),
                exclusions(),
                values.integer(Keys.RECOMMEND_REASONS),
                values.number(Keys.REFRESH_MIN_INTERVAL),
                values.real(Keys.PROXIMITY),
                values.real(Keys.RECENCY),
                values.real(Keys.OWN_HISTORY));
    }

    /** How new arrivals get old. */
    public Decay recentDecay() {
        return values.decay(Keys.RECENT_HALF_LIFE);
    }

    public ProfileSettings profileSettings() {
        return new ProfileSettings(
                values.decay(Keys.AFFINITY_HALF_LIFE),
                values.integer(Keys.PROFILE_NEW_EVENTS),
                values.duration(Keys.PROFILE_ACTIVE),
                values.duration(Keys.PROFILE_LAPSED));
    }

    /** The least time between two published profiles of a user; 0 if none are published. */
    public long profilePublishIntervalMs() {
        return values.number(Keys.PROFILE_PUBLISH_INTERVAL);
    }

    /** The file of the segments; empty if there are none. */
    public Optional<Path> segmentsFile() {
        return path(Keys.SEGMENTS_FILE);
    }

    /** A path that may be left out. */
    private Optional<Path> path(String key) {
        return Optional.of(values.text(key)).filter(path -> !path.isEmpty()).map(Path::of);
    }

    public StateSettings stateSettings() {
        return new StateSettings(
                values.number(Keys.MEMORY_ROCKSDB),
                values.number(Keys.MEMORY_HOT_VECTORS),
                values.number(Keys.MEMORY_HOT_SIMILARITIES));
    }

    /** Whether the process answers over HTTP. */
    public boolean httpEnabled() {
        return values.flag(Keys.HTTP_ENABLED);
    }

    public HttpSettings httpSettings() {
        return new HttpSettings(
                values.text(Keys.HTTP_HOST),
                values.integer(Keys.HTTP_PORT),
                values.integer(Keys.HTTP_THREADS),
                values.integer(Keys.HTTP_MAX_BODY_BYTES),
                values.texts(Keys.HTTP_CORS_ORIGINS),
                tlsSettings());
    }

    private Optional<TlsSettings> tlsSettings() {
        return path(Keys.HTTP_TLS_KEY_STORE)
                .map(store -> new TlsSettings(store, values.secret(Keys.HTTP_TLS_PASSWORD)));
    }

    /** How events and items that come over HTTP reach the brokers, and how long that may take. */
    public FeedSettings feedSettings() {
        return new FeedSettings(clientProperties(), values.duration(Keys.HTTP_EVENTS_TIMEOUT));
    }

    /** Whether only this machine reaches the process over HTTP. */
    public boolean listensOnLoopback() {
        return Loopback.isHost(values.text(Keys.HTTP_HOST));
    }

    /** Who may ask over HTTP. */
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    /** How often each caller may. */
    public RateSettings rateSettings() {
        return new RateSettings(values.integer(Keys.HTTP_RATE), values.integer(Keys.HTTP_BURST));
    }

    /** Where other instances reach this one, as {@code host:port}; empty if that is where it listens. */
    public String httpAdvertised() {
        return values.text(Keys.HTTP_ADVERTISED);
    }

    /** How long this instance waits for the answer of another. */
    public Duration httpForwardTimeout() {
        return values.duration(Keys.HTTP_FORWARD_TIMEOUT);
    }

    /** Whether a copy that may lag behind answers where the owner of a user does not. */
    public boolean httpStaleReads() {
        return values.flag(Keys.HTTP_STALE_READS);
    }

    /** The file of the scenarios; empty if the examples serve. */
    public Optional<Path> scenariosFile() {
        return path(Keys.SCENARIOS_FILE);
    }

    /** How questions are answered: as many at once as the machine has processors. */
    public QuerySettings querySettings() {
        return new QuerySettings(
                vectorSettings(),
                similaritySettings(),
                similarItemsSettings(),
                recommendSettings(),
                contentSettings(),
                recentDecay(),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(1));
    }

    private TypeWeights weights() {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, values.real(ModelDefinitions.weightKey(type)));
        }
        return TypeWeights.of(weights);
    }

    private Set<Exclusion> exclusions() {
        Set<Exclusion> exclusions = EnumSet.noneOf(Exclusion.class);
        for (String name : values.texts(Keys.RECOMMEND_EXCLUDE)) {
            if (!name.equals(ModelDefinitions.NO_EXCLUSION)) {
                exclusions.add(Exclusion.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return exclusions;
    }
}
