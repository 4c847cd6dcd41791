package dev.kindred.config;

import dev.kindred.admin.TopicSettings;
import dev.kindred.feed.FeedSettings;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.http.guard.GuardSettings;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.Pseudonyms;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.query.QuerySettings;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.state.SnapshotSettings;
import dev.kindred.state.StateSettings;
import dev.kindred.text.Language;
import dev.kindred.topology.ConsentSettings;
import dev.kindred.topology.DeadLetters;
import dev.kindred.topology.ErasureSettings;
import dev.kindred.topology.ListNames;
import dev.kindred.topology.SimilarItemsPublishing;
import dev.kindred.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of one process, checked; immutable.
 *
 * <p>The command line overrides the environment, and the environment overrides the file. Other settings have their
 * defaults.
 */
public final class KindredConfig {

    private final Optional<Path> file;
    private final Values values;
    private final Map<String, String> kafkaProperties;
    private final Map<String, String> serdeProperties;

    private KindredConfig(Optional<Path> file, Map<String, Given> settings) {
        this.file = file;
        values = new Values(settings);
        Conflicts.check(values);
        Map<String, String> texts = new HashMap<>();
        settings.forEach((key, given) -> texts.put(key, given.text()));
        kafkaProperties = PassThrough.kafka(texts);
        serdeProperties = PassThrough.serde(texts, values.get(ApplicationConfig.REGISTRY_URL));
    }

    /**
     * Reads and checks all settings.
     *
     * @param file a properties file in UTF-8, the lowest layer
     * @param environment the variables of the process; only names that begin with {@code KINDRED_} are read
     * @param overrides settings by key, the highest layer
     * @throws org.apache.kafka.common.config.ConfigException if a key is unknown, a value out of range, or two settings
     *     conflict; its message is one sentence that names the key and the cure
     */
    public static KindredConfig load(
            Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
        return new KindredConfig(file, Sources.merge(file, environment, overrides));
    }

    /** The defaults with some settings changed, as on the command line; for embedded use and tests. */
    public static KindredConfig of(Map<String, String> overrides) {
        return load(Optional.empty(), Map.of(), overrides);
    }

    /** The file that was read; empty if there was none. */
    public Optional<Path> file() {
        return file;
    }

    /** All settings in force; the values of secrets, and of keys that may be secrets, are hidden. */
    public List<InForce> inForce() {
        return values.inForce();
    }

    public String applicationId() {
        return values.get(ApplicationConfig.APPLICATION_ID);
    }

    public String bootstrapServers() {
        return values.get(ApplicationConfig.BOOTSTRAP_SERVERS);
    }

    /** The directory of the local stores of all applications; see {@link #applicationStateDir()}. */
    public Path stateDir() {
        return Path.of(values.get(ApplicationConfig.STATE_DIR));
    }

    /** The directory of this application's stores: the state directory and the application id. */
    public Path applicationStateDir() {
        return stateDir().resolve(applicationId());
    }

    public int threads() {
        return values.get(ApplicationConfig.THREADS);
    }

    /** {@code exactly_once_v2} or {@code at_least_once}, as in Kafka Streams. */
    public String processingGuarantee() {
        return values.get(ApplicationConfig.PROCESSING_GUARANTEE);
    }

    public long commitIntervalMs() {
        return values.get(ApplicationConfig.COMMIT_INTERVAL).toMillis();
    }

    public long lingerMs() {
        return values.get(ApplicationConfig.LINGER).toMillis();
    }

    /** The number of copies of each vector on other instances. */
    public int standbyReplicas() {
        return values.get(ApplicationConfig.STANDBY_REPLICAS);
    }

    /** How long a start waits for brokers that do not answer. */
    public Duration startupWait() {
        return values.get(OperationConfig.STARTUP_WAIT);
    }

    /** The longest time that an instance may take to stop. */
    public Duration shutdownTimeout() {
        return values.get(OperationConfig.SHUTDOWN_TIMEOUT);
    }

    /** Whether a local store that cannot be read is deleted and restored. */
    public boolean recoversState() {
        return values.get(OperationConfig.RECOVER);
    }

    /** The age of the oldest waiting event above which an instance is not ready; empty if there is no limit. */
    public Optional<Duration> readyMaxLag() {
        return Optional.of(Duration.ofSeconds(values.get(OperationConfig.READY_MAX_LAG)))
                .filter(lag -> !lag.isZero());
    }

    /** Whether all metrics of Kafka's clients are reported, instead of the essential ones. */
    public boolean reportsAllOfKafka() {
        return !values.get(OperationConfig.KAFKA_METRICS).equals(OperationConfig.ESSENTIAL);
    }

    /** The format of the log: {@code text} or {@code json}. */
    public String logFormat() {
        return values.get(OperationConfig.LOG_FORMAT);
    }

    public Topics topics() {
        return new Topics(values.get(TopicConfig.PREFIX));
    }

    /** How users are erased. */
    public ErasureSettings erasureSettings() {
        Optional<KeyedHash> secret = values.get(PrivacyConfig.SECRET);
        TopicSettings kept = topicSettings();
        return new ErasureSettings(
                secret.orElseGet(() -> KeyedHash.withSecret(applicationId())), // the same on all instances
                secret.isPresent(),
                Map.of(
                        topics().events(), kept.eventsRetentionMs(),
                        topics().merges(), kept.eventsRetentionMs(),
                        topics().erasures(), kept.eventsRetentionMs(),
                        topics().control(), kept.reroutedRetentionMs(),
                        topics().deadLetters(), kept.deadLettersRetentionMs()),
                consentSettings(),
                VectorConfig.retentionMs(values));
    }

    /** The consent that is required. */
    public ConsentSettings consentSettings() {
        return new ConsentSettings(values.get(PrivacyConfig.CONSENT_REQUIRED), values.get(PrivacyConfig.WITHDRAWAL));
    }

    /** How outcomes of lists are counted. */
    public FeedbackSettings feedbackSettings() {
        return FeedbackConfig.of(
                values, values.get(PrivacyConfig.SECRET).orElseGet(() -> KeyedHash.withSecret(applicationId())));
    }

    /** How often the shares of experiments follow outcomes. */
    public Duration sharesInterval() {
        return values.get(FeedbackConfig.SHARES_INTERVAL);
    }

    /** How scenarios learn from events. */
    public LearningSettings learningSettings() {
        return LearningConfig.of(values);
    }

    public TopicSettings topicSettings() {
        return TopicConfig.of(values);
    }

    /**
     * The part of rejected records that is kept: with pseudonyms never the content.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the key file cannot be read
     */
    public DeadLetters deadLetters() {
        return EventConfig.deadLetters(values, !pseudonyms().isOn());
    }

    public String serializerClass() {
        return values.get(ApplicationConfig.SERIALIZER);
    }

    public String deserializerClass() {
        return values.get(ApplicationConfig.DESERIALIZER);
    }

    /** The configuration of the serializers; without {@code schema.registry.url} when the bundled schemas are used. */
    public Map<String, String> serdeProperties() {
        return serdeProperties;
    }

    /** Properties for every Kafka client, such as TLS; without those that a setting of Kindred determines. */
    public Map<String, String> kafkaProperties() {
        return kafkaProperties;
    }

    /** The properties that a Kafka client needs to reach the cluster: {@link #kafkaProperties()} and the brokers. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(ApplicationConfig.BOOTSTRAP_SERVERS.key(), bootstrapServers());
        return properties;
    }

    public IntakeSettings intakeSettings() {
        return EventConfig.of(values);
    }

    public SimilarItemsPublishing similarItemsPublishing() {
        return SimilarItemsConfig.publishing(values);
    }

    /** The language of the catalog. */
    public Language language() {
        return values.get(ContentConfig.LANGUAGE);
    }

    /** The minimum time between two refreshes of a user's list; 0 if every event refreshes it. */
    public long refreshMinIntervalMs() {
        return values.get(RecommendConfig.REFRESH_MIN_INTERVAL).toMillis();
    }

    /** Whether lists contain items of the catalog only. */
    public boolean catalogOnlyKnown() {
        return values.get(RecommendConfig.CATALOG_ONLY_KNOWN);
    }

    public ProfileSettings profileSettings() {
        return ProfileConfig.of(values);
    }

    /** The minimum time between two published profiles of a user; 0 if none are published. */
    public long profilePublishIntervalMs() {
        return values.get(ProfileConfig.PUBLISH_INTERVAL).toMillis();
    }

    /** The file of the segments; empty if no segments are defined. */
    public Optional<Path> segmentsFile() {
        return values.get(ProfileConfig.SEGMENTS_FILE);
    }

    /**
     * How the stores are kept.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the keyset file cannot be read
     */
    public StateSettings stateSettings() {
        return ApplicationConfig.state(values);
    }

    /** Snapshots of the matrix, in the directory of the application. */
    public SnapshotSettings snapshotSettings() {
        return new SnapshotSettings(
                applicationStateDir().resolve("snapshots"), values.get(MatrixConfig.SNAPSHOT_INTERVAL));
    }

    /** Whether the process serves requests over HTTP. */
    public boolean httpEnabled() {
        return values.get(HttpConfig.ENABLED);
    }

    public HttpSettings httpSettings() {
        return HttpConfig.of(values);
    }

    /** The settings of the producer for records received over HTTP. */
    public FeedSettings feedSettings() {
        return new FeedSettings(clientProperties(), values.get(HttpConfig.EVENTS_TIMEOUT));
    }

    /** Whether only this machine reaches the process over HTTP. */
    public boolean listensOnLoopback() {
        return HttpConfig.listensOnLoopback(values);
    }

    /** The API keys of HTTP clients. */
    public ApiKeys apiKeys() {
        return values.get(HttpConfig.KEYS);
    }

    /**
     * The rules for HTTP clients.
     *
     * @param advertised the name under which other instances reach this one
     */
    public GuardSettings guardSettings(String advertised) {
        return HttpConfig.guard(values, advertised);
    }

    /** The address of this instance for other instances, as {@code host:port}; empty if it is the listening address. */
    public String httpAdvertised() {
        return values.get(HttpConfig.ADVERTISED);
    }

    /** The timeout of a request to another instance. */
    public Duration httpForwardTimeout() {
        return values.get(HttpConfig.FORWARD_TIMEOUT);
    }

    /** Whether a standby copy, which may lag, answers when the owner of a user does not. */
    public boolean httpStaleReads() {
        return values.get(HttpConfig.STALE_READS);
    }

    /** The file of the scenarios; empty if the bundled examples are used. */
    public Optional<Path> scenariosFile() {
        return values.get(RecommendConfig.SCENARIOS_FILE);
    }

    /** The settings of queries; one query per processor runs at a time. */
    public QuerySettings querySettings() {
        return new QuerySettings(
                modelSettings(),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(1),
                values.get(PrivacyConfig.SECRET).orElseGet(KeyedHash::random),
                pseudonyms(),
                consentSettings(),
                new ListNames(feedbackSettings()));
    }

    /**
     * How the stream knows the shop's users.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the key file cannot be read
     */
    public Pseudonyms pseudonyms() {
        return PrivacyConfig.pseudonyms(values);
    }

    /** The settings of the model. */
    public ModelSettings modelSettings() {
        return new ModelSettings(
                VectorConfig.of(values),
                MatrixConfig.of(values),
                SimilarityConfig.of(values),
                SimilarItemsConfig.of(values),
                RecommendConfig.of(values),
                ContentConfig.of(values),
                values.get(RecommendConfig.RECENT_HALF_LIFE));
    }
}
