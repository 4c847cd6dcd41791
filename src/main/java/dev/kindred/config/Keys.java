package dev.kindred.config;

/** The name of every setting, once. */
final class Keys {

    static final String APPLICATION_ID = "application.id";
    static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    static final String STATE_DIR = "state.dir";
    static final String THREADS = "threads";
    static final String PROCESSING_GUARANTEE = "processing.guarantee";
    static final String COMMIT_INTERVAL = "commit.interval.ms";
    static final String LINGER = "linger.ms";
    static final String STANDBY_REPLICAS = "standby.replicas";

    static final String TOPICS_PREFIX = "topics.prefix";
    static final String TOPICS_PARTITIONS = "topics.partitions";
    static final String TOPICS_REPLICATION = "topics.replication.factor";
    static final String RETENTION_EVENTS = "topics.retention.events.ms";
    static final String RETENTION_REROUTED = "topics.retention.rerouted.ms";
    static final String RETENTION_AFFINITIES = "topics.retention.affinities.ms";
    static final String RETENTION_RECOMMENDATIONS = "topics.retention.recommendations.ms";
    static final String RETENTION_USER_PROFILES = "topics.retention.user.profiles.ms";
    static final String RETENTION_DEAD_LETTERS = "topics.retention.dead.letters.ms";

    static final String SERIALIZER = "serializer.class";
    static final String DESERIALIZER = "deserializer.class";
    static final String REGISTRY_URL = "schema.registry.url";

    static final String MAX_ID_BYTES = "event.id.max.bytes";
    static final String FUTURE_TOLERANCE = "event.future.tolerance.ms";
    static final String EARLIEST_TIMESTAMP = "event.earliest.timestamp.ms";
    static final String WEIGHT_PREFIX = "event.weight.";
    static final String DEAD_LETTER_MAX_BYTES = "dead.letter.max.bytes";

    static final String VECTOR_MAX_ITEMS = "vector.max.items";
    static final String VECTOR_STEP = "vector.step";
    static final String AFFINITY_HALF_LIFE = "vector.affinity.half.life.ms";
    static final String INTEREST_HALF_LIFE = "vector.interest.half.life.ms";
    static final String REMEMBERED_EVENTS = "vector.remembered.events";

    static final String AUDIENCE = "matrix.audience";
    static final String COLUMN_CAPACITY = "matrix.column.capacity";
    static final String POPULARITY_HALF_LIFE = "matrix.popularity.half.life.ms";
    static final String TRENDING_HALF_LIFE = "matrix.trending.half.life.ms";

    static final String MEASURE = "similarity.measure";
    static final String ROW_CAPACITY = "similarity.row.capacity";
    static final String NEIGHBORS = "similarity.neighbors";
    static final String NEGLIGIBLE_INTEREST = "similarity.negligible.interest";
    static final String ITEM_IDF = "similarity.item.idf";
    static final String SHRINKAGE = "similarity.shrinkage";

    static final String SIMILAR_ITEMS_NORMALIZATION = "similar.items.normalization";
    static final String SIMILAR_ITEMS_SHRINKAGE = "similar.items.shrinkage";
    static final String SIMILAR_ITEMS_DISCOUNT = "similar.items.discount";
    static final String SIMILAR_ITEMS_KEPT = "similar.items.kept";
    static final String SIMILAR_ITEMS_CACHED = "similar.items.cached";
    static final String SIMILAR_ITEMS_STALENESS = "similar.items.staleness";
    static final String SIMILAR_ITEMS_INTERVAL = "similar.items.publish.interval.ms";
    static final String SIMILAR_ITEMS_SIZE = "similar.items.publish.size";

    static final String CONTENT_LANGUAGE = "content.language";
    static final String CONTENT_WEIGHT_TITLE = "content.weight.title";
    static final String CONTENT_WEIGHT_DESCRIPTION = "content.weight.description";
    static final String CONTENT_WEIGHT_CATEGORIES = "content.weight.categories";
    static final String CONTENT_WEIGHT_TAGS = "content.weight.tags";
    static final String CONTENT_WEIGHT_BRAND = "content.weight.brand";
    static final String CONTENT_POSTINGS = "content.postings";
    static final String CONTENT_TERMS = "content.terms";
    static final String CONTENT_CANDIDATES = "content.candidates";
    static final String CONTENT_NEGLIGIBLE_INTEREST = "content.negligible.interest";
    static final String CONTENT_NEGLIGIBLE_TERM = "content.negligible.term";

    static final String RECOMMEND_SIZE = "recommend.size";
    static final String RECOMMEND_EXCLUDE = "recommend.exclude";
    static final String PROXIMITY = "recommend.proximity";
    static final String RECENCY = "recommend.recency";
    static final String OWN_HISTORY = "recommend.own.history";
    static final String RECENT_HALF_LIFE = "recommend.recent.half.life.ms";
    static final String RECOMMEND_REASONS = "recommend.reasons";
    static final String REFRESH_MIN_INTERVAL = "recommend.refresh.min.interval.ms";

    static final String SCENARIOS_FILE = "scenarios.file";

    static final String PROFILE_SESSION_GAP = "profile.session.gap.ms";
    static final String PROFILE_TIME_ZONE = "profile.time.zone";
    static final String PROFILE_NEW_EVENTS = "profile.new.events";
    static final String PROFILE_ACTIVE = "profile.active.ms";
    static final String PROFILE_LAPSED = "profile.lapsed.ms";
    static final String PROFILE_PUBLISH_INTERVAL = "profile.publish.interval.ms";
    static final String SEGMENTS_FILE = "segments.file";

    static final String MEMORY_ROCKSDB = "memory.rocksdb.bytes";
    static final String MEMORY_HOT_VECTORS = "memory.hot.vectors.bytes";
    static final String MEMORY_HOT_SIMILARITIES = "memory.hot.similarities.bytes";

    static final String HTTP_ENABLED = "http.enabled";
    static final String HTTP_HOST = "http.host";
    static final String HTTP_PORT = "http.port";
    static final String HTTP_THREADS = "http.threads";
    static final String HTTP_MAX_BODY_BYTES = "http.body.max.bytes";
    static final String HTTP_EVENTS_TIMEOUT = "http.events.timeout.ms";
    static final String HTTP_CORS_ORIGINS = "http.cors.origins";
    static final String HTTP_ADVERTISED = "http.advertised";
    static final String HTTP_FORWARD_TIMEOUT = "http.forward.timeout.ms";
    static final String HTTP_STALE_READS = "http.stale.reads";

    static final String HTTP_KEYS = "http.keys";
    static final String HTTP_OPEN = "http.open.without.keys";
    static final String HTTP_TLS_KEY_STORE = "http.tls.key.store";
    static final String HTTP_TLS_PASSWORD = "http.tls.key.store.password";
    static final String HTTP_RATE = "http.rate.limit.per.second";
    static final String HTTP_BURST = "http.rate.limit.burst";

    private Keys() {}
}
