package dev.kindred.topology;

import java.util.List;

/** The names of all state stores. A renamed store is a migration: its content is found under its name. */
public final class Stores {

    /** By user: the header and the cells of the vector. RocksDB, logged. */
    public static final String USER_VECTORS = "user-vectors";

    /** By user: dot products with others. RocksDB, not logged, computed again where it is lost. */
    public static final String USER_SIMILARITIES = "user-similarities";

    /** By item: a digest of its similar items as last published. RocksDB, logged. */
    public static final String PUBLISHED_SIMILAR_ITEMS = "published-similar-items";

    /** By user: attributes and consents, in the received bytes. RocksDB; its changelog is the topic of users. */
    public static final String USER_ATTRIBUTES = "user-attributes";

    /** By keyed hash: markers of erased users; by request: receipts. RocksDB, logged. */
    public static final String ERASURES = "erasures";

    /** By user, where feedback is enabled: what was lately shown, and done. RocksDB, logged. */
    public static final String USER_FEEDBACK = "user-feedback";

    /** By outcome, where feedback is enabled: the counts of the task. RocksDB, logged. */
    public static final String OUTCOME_SUMS = "outcome-sums";

    /** The outcomes of all tasks, on every instance where feedback is enabled. In memory, read from the outcomes topic. */
    public static final String OUTCOMES = "outcomes";

    /** By list and period, where learning is enabled: the sums that the task has learned. RocksDB with a cache, logged. */
    public static final String LEARNED_SUMS = "learned-sums";

    /** The sums of all tasks, on every instance where learning is enabled. In memory, read from their topic. */
    public static final String LEARNED_MODELS = "learned-models";

    /** The affinities of all users, on every instance. In memory, read from the affinities topic. */
    public static final String MATRIX = "matrix";

    /** The items of the shop, on every instance. In memory, read from the items topic. */
    public static final String CATALOG = "catalog";

    /** The stores that have a changelog of their own; the topology logs these and no others. */
    public static final List<String> LOGGED = List.of(USER_VECTORS, PUBLISHED_SIMILAR_ITEMS, ERASURES);

    /** Those that have one only where feedback is enabled. */
    public static final List<String> LOGGED_FEEDBACK = List.of(USER_FEEDBACK, OUTCOME_SUMS);

    /** Those that have one only where learning is enabled. */
    public static final List<String> LOGGED_LEARNING = List.of(LEARNED_SUMS);

    private Stores() {}
}
