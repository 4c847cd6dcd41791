package dev.kindred.topology;

import java.util.List;

/** The names of all state stores. A renamed store is a migration: its content is found under its name. */
public final class Stores {

    /** By user: the header and the cells of the vector. RocksDB, logged. */
    public static final String USER_VECTORS = "user-vectors";

    /** By user: dot products with others. RocksDB, not logged, computed again where it is lost. */
    public static final String USER_SIMILARITIES = "user-similarities";

    /** By item: a digest of what was published last of what goes with it. RocksDB, logged. */
    public static final String PUBLISHED_SIMILAR_ITEMS = "published-similar-items";

    /** By user: what the shop says of them, as it came. RocksDB; its changelog is the topic of users. */
    public static final String USER_ATTRIBUTES = "user-attributes";

    /** Everybody's affinities, on every instance. In memory, read from the affinities topic. */
    public static final String MATRIX = "matrix";

    /** What the shop says of its items, on every instance. In memory, read from the items topic. */
    public static final String CATALOG = "catalog";

    /** The stores that have a changelog of their own; the topology logs these and no others. */
    public static final List<String> LOGGED = List.of(USER_VECTORS, PUBLISHED_SIMILAR_ITEMS);

    private Stores() {}
}
