package dev.kindred.topology;

import dev.kindred.catalog.Catalog;
import dev.kindred.catalog.CatalogWriter;
import dev.kindred.content.TermIndex;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeView;
import dev.kindred.intake.ItemValidator;
import dev.kindred.matrix.CellAddress;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.Affinity;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Ids;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.ItemDictionary;
import dev.kindred.profile.Profiler;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.recommend.LearnedModels;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.serde.RecommendationsEncoder;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.SimilarItemLister;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.FatigueReader;
import dev.kindred.state.MatrixPart;
import dev.kindred.state.MatrixSnapshots;
import dev.kindred.state.MemoryBudget;
import dev.kindred.state.ModelRestore;
import dev.kindred.state.ModelSource;
import dev.kindred.state.ModelStore;
import dev.kindred.state.ModelUpdater;
import dev.kindred.state.SealedStore;
import dev.kindred.state.VectorReader;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stream on one page. All stations after the first have the user as key; events that lie elsewhere take one hop
 * through {@link Topics#control()}, the others none.
 */
public final class RecommenderTopology implements Supplier<Topology> {

    static final String EVENTS = "events";
    static final String ACCEPT = "accept-events";
    static final String REROUTE = "reroute-misplaced";
    static final String DEAD_LETTERS = "dead-letters";
    static final String LEARN = "learn-events";
    static final String CONTROL = "control";
    static final String RECEIVE_CONTROL = "receive-control";
    static final String MERGES = "merges";
    static final String ACCEPT_MERGES = "accept-merges";
    static final String REQUEST_MOVE = "request-move";
    static final String DEAD_MERGES = "dead-merges";
    static final String ERASURES = "erasures";
    static final String ACCEPT_ERASURES = "accept-erasures";
    static final String REQUEST_ERASURE = "request-erasure";
    static final String DEAD_ERASURES = "dead-erasures";
    static final String ERASE = "erase-user";
    static final String FORGET_ATTRIBUTES = "forget-attributes";
    static final String RECEIPTS = "erasure-receipts";
    static final String FORMER = "of-former-version-"; // with the name of a topic
    static final String ACCEPT_MOVES = "accept-moves";
    static final String MOVE = "move-vector";
    static final String MOVED = "moved-vectors";
    static final String MERGE = "merge-vector";
    static final String AFFINITIES = "affinities";
    static final String THROTTLE_REFRESHES = "throttle-refreshes";
    static final String REFRESH_LIST = "refresh-list";
    static final String RECOMMENDATIONS = "recommendations";
    static final String THROTTLE_PROFILES = "throttle-profiles";
    static final String PUBLISH_PROFILE = "publish-profile";
    static final String ATTRIBUTE = "attribute-outcomes";
    static final String OUTCOMES = "outcomes";
    static final String READ_OUTCOMES = "read-outcomes";
    static final String UPDATE_OUTCOMES = "update-outcomes";
    static final String LEARN_FROM_LISTS = "learn-from-lists";
    static final String RANKER_STATISTICS = "ranker-statistics";
    static final String READ_STATISTICS = "read-statistics";
    static final String UPDATE_MODELS = "update-models";
    static final String USER_PROFILES = "user-profiles";
    static final String PUBLISH_SIMILAR_ITEMS = "publish-similar-items";
    static final String SIMILAR_ITEMS = "similar-items";
    static final String CELLS = "cells";
    static final String UPDATE_MATRIX = "update-matrix";
    static final String USERS = "users";
    static final String UPDATE_USERS = "update-users";
    static final String OBEY_CONSENT = "obey-consent";
    static final String REPARTITION_USERS = "repartition-users";
    static final String PLACED_USERS = "placed-users";
    static final String ITEMS = "items";
    static final String UPDATE_CATALOG = "update-catalog";

    private final TopologySettings settings;
    private final AvroSerdes serdes;
    private final StreamObserver observer;
    private final Optional<ModelRestore> restore;
    private final Optional<MatrixSnapshots> snapshots;
    private final Topics topics;
    private final ItemDictionary dictionary = new ItemDictionary();
    private final InteractionMatrix matrix;
    private final Catalog catalog;
    private final CatalogWriter catalogWriter;
    private final TermIndex terms;
    private final ItemValidator itemValidator;
    private final TaskVectors vectors;
    private final TaskErasures erasures;
    private final MemoryBudget hotRows;
    private final OutcomeView outcomes = new OutcomeView();
    private final LearnedModels learned;

    // Scratch memory of the size of the matrix: the tasks of a thread share it, one event at a time.
    private final ThreadLocal<RefreshList.Scratch> scratches;
    private final ThreadLocal<SimilarItemLister> similarItemListers;

    /** A stream with a model of its own, which Kafka Streams restores. */
    public RecommenderTopology(TopologySettings settings, AvroSerdes serdes, StreamObserver observer) {
        this(settings, serdes, observer, Optional.empty());
    }

    /**
     * A stream with a model of its own.
     *
     * @param observer receives the outcomes of events
     * @param restore reads the topics of the model at the start
     */
    public RecommenderTopology(
            TopologySettings settings, AvroSerdes serdes, StreamObserver observer, Optional<ModelRestore> restore) {
        this.settings = settings;
        this.serdes = serdes;
        this.observer = observer;
        this.restore = restore;
        this.topics = settings.topics();
        this.matrix = new InteractionMatrix(settings.model().matrix(), dictionary, new SecureRandom().nextLong());
        this.snapshots = restore.flatMap(from -> from.snapshotsOf(matrix));
        this.catalog = new Catalog(dictionary, settings.onlyKnownItems());
        this.catalogWriter = new CatalogWriter(catalog, dictionary);
        this.itemValidator = new ItemValidator(settings.intake());
        this.terms = new TermIndex(settings.model().content(), settings.tokenizer(), dictionary);
        catalog.follow((number, before, now) ->
                now.ifPresentOrElse(item -> terms.put(number, item), () -> terms.remove(number)));
        this.learned = new LearnedModels(settings.learning());
        this.vectors = new TaskVectors(
                settings.model().vector(),
                dictionary,
                new MemoryBudget(settings.state().hotVectorBytes()));
        this.erasures = new TaskErasures(settings.erasures().hash(), serdes);
        this.hotRows = new MemoryBudget(settings.state().hotSimilarityBytes());
        SimilarItemsCache similarItems = new SimilarItemsCache(settings.model().similarItems());
        this.scratches = ThreadLocal.withInitial(() -> new RefreshList.Scratch(
                new NeighborSearch(settings.model().similarity()),
                new Recommender(settings.model(), similarItems, dictionary),
                new RecommendationsEncoder()));
        this.similarItemListers = ThreadLocal.withInitial(() -> new SimilarItemLister(
                settings.model().similarItems(), settings.publishing().size(), catalog::isShown, dictionary));
    }

    @Override
    public Topology get() {
        Topology topology = new Topology();
        keepMatrix(topology);
        acceptRecords(topology);
        keepAttributes(topology);
        keepVectors(topology);
        recommend(topology);
        keepUsers(topology);
        publishSimilarItems(topology);
        if (settings.profiles().isOn()) {
            publishProfiles(topology);
        }
        keepCatalog(topology);
        if (settings.feedback().enabled()) {
            countOutcomes(topology);
        }
        if (settings.learning().enabled()) {
            learnFromLists(topology);
        }
        acceptMerges(topology);
        acceptErasures(topology);
        settings.formerTopics().forEach(topic -> bringOver(topic, topology));
        return topology;
    }

    /** The model that the running topology updates; safe to read from any thread. */
    public ShopModel model() {
        return new ShopModel(matrix, dictionary, catalog, terms, learned);
    }

    private void keepMatrix(Topology topology) {
        ModelSource<CellAddress, Affinity> cells = new ModelSource<>(
                Stores.MATRIX,
                topics.affinities(),
                CellKeySerde.deserializer(key -> CellAddress.fromBytes(key, dictionary)),
                serdes::affinityDeserializer,
                () -> new ModelUpdater<>(new MatrixPart(matrix), (cell, affinity) -> Optional.empty()),
                matrix::load,
                snapshots);
        addModel(topology, cells, CELLS, UPDATE_MATRIX);
    }

    private void keepCatalog(Topology topology) {
        ModelSource<String, Item> items = new ModelSource<>(
                Stores.CATALOG,
                topics.items(),
                new StringDeserializer(),
                serdes::itemDeserializer,
                () -> new ModelUpdater<>(this::changeItem, itemValidator::problem));
        addModel(topology, items, ITEMS, UPDATE_CATALOG);
    }

    private <K, V> void addModel(Topology topology, ModelSource<K, V> source, String node, String updater) {
        topology.addGlobalStore(
                ModelStore.builder(source, restore),
                node,
                source.keys(),
                source.values().get(),
                source.topic(),
                updater,
                source.updater()::get);
    }

    private void changeItem(String itemId, Optional<Item> item, long timestampMs, int partition) {
        if (Ids.problem(itemId, settings.intake().maxIdBytes()).isEmpty()) { // else the dictionary would keep it
            catalogWriter.apply(new ItemChange(itemId, item), timestampMs, partition);
        }
    }

    private void acceptRecords(Topology topology) {
        addSource(topology, EVENTS, topics.events());
        addSource(topology, CONTROL, topics.control());
        topology.addProcessor(RECEIVE_CONTROL, ControlRecords::new, CONTROL);
        topology.addProcessor(ACCEPT, this::newAcceptEvents, EVENTS, RECEIVE_CONTROL);
        topology.addProcessor(ACCEPT_MOVES, this::newAcceptMoves, RECEIVE_CONTROL);
        topology.addProcessor(ERASE, this::newEraseUser, RECEIVE_CONTROL);
        topology.addSink(REROUTE, topics.control(), new StringSerializer(), new ByteArraySerializer(), ACCEPT);
        addDeadLetters(topology, DEAD_LETTERS, ACCEPT, ACCEPT_MOVES, ERASE);
    }

    /** In tasks of their own, before those of the users. */
    private void acceptMerges(Topology topology) {
        addSource(topology, MERGES, topics.merges());
        topology.addProcessor(ACCEPT_MERGES, this::newAcceptMerges, MERGES);
        topology.addSink(
                REQUEST_MOVE, topics.control(), new StringSerializer(), serdes.moveSerializer(), ACCEPT_MERGES);
        addDeadLetters(topology, DEAD_MERGES, ACCEPT_MERGES);
    }

    /** In tasks of their own, as merges. */
    private void acceptErasures(Topology topology) {
        addSource(topology, ERASURES, topics.erasures());
        topology.addProcessor(
                ACCEPT_ERASURES, () -> new AcceptErasures(settings, serdes::erasureDeserializer, observer), ERASURES);
        topology.addSink(
                REQUEST_ERASURE, topics.control(), new StringSerializer(), serdes.erasureSerializer(), ACCEPT_ERASURES);
        addDeadLetters(topology, DEAD_ERASURES, ACCEPT_ERASURES);
    }

    private EraseUser newEraseUser() {
        ExpireUsers.Sources expiry = new ExpireUsers.Sources(
                new VectorReader(settings.model().vector(), dictionary), settings.erasures(), observer);
        return new EraseUser(settings, serdes::erasureDeserializer, erasures, newEraser(), expiry, observer);
    }

    private Eraser newEraser() {
        return new Eraser(
                settings.erasures(),
                vectors,
                erasures,
                model(),
                () -> snapshots.ifPresent(MatrixSnapshots::deleteAll),
                settings.feedback().enabled()
                        ? Stream.concat(followers().stream(), Stream.of(ATTRIBUTE))
                                .toList()
                        : followers(),
                observer);
    }

    private void bringOver(String formerTopic, Topology topology) {
        String source = FORMER + formerTopic;
        boolean areEvents = formerTopic.equals(topics.formerEventsRerouted());
        addSource(topology, source, formerTopic);
        topology.addProcessor("bring-" + source, () -> new FormerRecords(areEvents), source);
        topology.addSink(
                "control-" + source,
                topics.control(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                "bring-" + source);
    }

    private void addDeadLetters(Topology topology, String name, String... stations) {
        topology.addSink(name, topics.deadLetters(), new ByteArraySerializer(), new ByteArraySerializer(), stations);
    }

    private AcceptEvents newAcceptEvents() {
        return new AcceptEvents(
                settings,
                serdes::interactionDeserializer,
                serdes.interactionSerializer(),
                erasures,
                consent(),
                admission(),
                observer);
    }

    private ItemAdmission admission() {
        return new ItemAdmission(settings.model().matrix().bounds().onlyKnownItems(), model());
    }

    private AcceptMerges newAcceptMerges() {
        return new AcceptMerges(settings, serdes::mergeDeserializer, observer);
    }

    private AcceptMoves newAcceptMoves() {
        return new AcceptMoves(settings, serdes::moveDeserializer, observer);
    }

    private static void addSource(Topology topology, String name, String... names) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                names);
    }

    private void keepVectors(Topology topology) {
        topology.addProcessor(LEARN, () -> new LearnEvents(vectors, erasures, dictionary, followers()), ACCEPT);
        topology.addProcessor(MOVE, this::newMoveVector, ACCEPT_MOVES);
        topology.addProcessor(MERGE, this::newMergeVector, ACCEPT_MOVES);
        if (settings.erasures().consent().isRequired()) {
            topology.connectProcessorAndStateStores(MOVE, Stores.USER_ATTRIBUTES);
            topology.connectProcessorAndStateStores(MERGE, Stores.USER_ATTRIBUTES);
        }
        topology.addStateStore(personalStore(Stores.USER_VECTORS), withErasing(LEARN, MOVE, MERGE));
        topology.addStateStore(bytesStore(Stores.ERASURES), withErasing(LEARN, MOVE, MERGE));
        topology.addSink(MOVED, topics.control(), new StringSerializer(), serdes.moveSerializer(), MOVE);
        topology.addSink(
                AFFINITIES,
                topics.affinities(),
                new CellKeySerde().serializer(),
                serdes.affinitySerializer(),
                new ByUser(),
                withErasing(LEARN, MOVE, MERGE));
        topology.addSink(
                RECEIPTS,
                topics.erasureReceipts(),
                new StringSerializer(),
                serdes.receiptSerializer(),
                (String topic, String requestId, ErasureReceipt receipt, int partitions) ->
                        Optional.of(Set.of(receipt.link().partition() % partitions)),
                withErasing());
    }

    private MoveVector newMoveVector() {
        return new MoveVector(
                vectors,
                erasures,
                consent(),
                dictionary,
                settings.maxMovedItems(),
                settings.feedback(),
                followers(),
                observer);
    }

    private MergeVector newMergeVector() {
        return new MergeVector(vectors, erasures, consent(), dictionary, settings.feedback(), followers(), observer);
    }

    /** These stations and those that erase users. */
    private String[] withErasing(String... stations) {
        List<String> all = new ArrayList<>(List.of(stations));
        all.add(ERASE);
        if (settings.erasures().consent().isRequired()) {
            all.add(OBEY_CONSENT);
        }
        return all.toArray(String[]::new);
    }

    /** The stations after those that change vectors. */
    private List<String> followers() {
        return settings.profiles().isOn()
                ? List.of(THROTTLE_REFRESHES, THROTTLE_PROFILES)
                : List.of(THROTTLE_REFRESHES);
    }

    private void recommend(Topology topology) {
        topology.addProcessor(
                THROTTLE_REFRESHES, () -> new Throttle(settings.minIntervalMs()), withErasing(LEARN, MOVE, MERGE));
        topology.addProcessor(REFRESH_LIST, this::newRefreshList, THROTTLE_REFRESHES);
        topology.addStateStore(personalStore(Stores.USER_SIMILARITIES), REFRESH_LIST);
        topology.connectProcessorAndStateStores(REFRESH_LIST, Stores.USER_ATTRIBUTES);
        topology.addSink(
                RECOMMENDATIONS,
                topics.recommendations(),
                new StringSerializer(),
                serdes.encodedRecommendationsSerializer(),
                REFRESH_LIST);
    }

    /** Beside the vectors, in the same tasks: the topic of users has the partitions of the events. */
    private void keepAttributes(Topology topology) {
        AttributesReader reader = attributesReader();
        topology.addReadOnlyStateStore(
                bytesStore(Stores.USER_ATTRIBUTES),
                USERS,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.users(),
                UPDATE_USERS,
                () -> new UpdateUsers(reader, settings.pseudonyms()));
        if (settings.erasures().consent().isRequired()) {
            topology.addProcessor(OBEY_CONSENT, this::newObeyConsent, USERS);
            topology.connectProcessorAndStateStores(OBEY_CONSENT, Stores.USER_ATTRIBUTES);
            topology.connectProcessorAndStateStores(ACCEPT, Stores.USER_ATTRIBUTES);
        }
    }

    private void keepUsers(Topology topology) {
        topology.connectProcessorAndStateStores(LEARN, Stores.USER_ATTRIBUTES);
        topology.connectProcessorAndStateStores(ERASE, Stores.USER_ATTRIBUTES);
        topology.addSink(
                FORGET_ATTRIBUTES, topics.users(), new StringSerializer(), serdes.userAttributesSerializer(), ERASE);
        topology.addProcessor(
                REPARTITION_USERS,
                () -> new RepartitionUsers(settings, attributesReader(), serdes.userAttributesSerializer()),
                USERS);
        topology.connectProcessorAndStateStores(REPARTITION_USERS, Stores.USER_ATTRIBUTES);
        topology.addSink(
                PLACED_USERS,
                topics.users(),
                RepartitionUsers.Placed.serializer(),
                new ByteArraySerializer(),
                RepartitionUsers.Placed.partitioner(),
                REPARTITION_USERS);
    }

    private AttributesReader attributesReader() {
        return new AttributesReader(topics.users(), serdes.userAttributesDeserializer());
    }

    private RequiredConsent consent() {
        return new RequiredConsent(settings.erasures().consent(), attributesReader());
    }

    private ObeyConsent newObeyConsent() {
        return new ObeyConsent(
                settings.erasures().consent(),
                settings.placement(),
                attributesReader(),
                vectors,
                erasures,
                newEraser(),
                followers());
    }

    private RefreshList newRefreshList() {
        return new RefreshList(
                model(),
                scratches::get,
                settings.scenarios(),
                attributesReader(),
                settings.model().recommend().reasons(),
                hotRows,
                fatigueReader(),
                new ListNames(settings.feedback()),
                observer);
    }

    private FatigueReader fatigueReader() {
        return new FatigueReader(settings.feedback(), dictionary);
    }

    /** Without a store or a source of their own, so that tasks and state stay the same when they come and go. */
    private void publishProfiles(Topology topology) {
        ProfilePublishing publishing = settings.profiles();
        Profiler profiler =
                new Profiler(publishing.profiles(), catalog, terms, publishing.segments(), Clock.systemUTC());
        topology.addProcessor(
                THROTTLE_PROFILES, () -> new Throttle(publishing.minIntervalMs()), withErasing(LEARN, MOVE, MERGE));
        AttributesReader reader = attributesReader();
        topology.addProcessor(PUBLISH_PROFILE, () -> new PublishProfile(profiler, reader), THROTTLE_PROFILES);
        topology.connectProcessorAndStateStores(PUBLISH_PROFILE, Stores.USER_ATTRIBUTES);
        topology.addSink(
                USER_PROFILES,
                topics.userProfiles(),
                new StringSerializer(),
                serdes.profileSerializer(),
                PUBLISH_PROFILE);
    }

    /** Beside the vectors, in the same tasks. Every instance reads the counts of all. */
    private void countOutcomes(Topology topology) {
        topology.addProcessor(ATTRIBUTE, () -> new AttributeOutcomes(settings.feedback(), observer), ACCEPT, ERASE);
        topology.addStateStore(personalStore(Stores.USER_FEEDBACK), ATTRIBUTE, MOVE, MERGE);
        if (fatigueReader().isOn()) {
            topology.connectProcessorAndStateStores(REFRESH_LIST, Stores.USER_FEEDBACK);
        }
        topology.addStateStore(bytesStore(Stores.OUTCOME_SUMS), ATTRIBUTE, MOVE, MERGE);
        topology.addSink(
                OUTCOMES, topics.outcomes(), new StringSerializer(), serdes.outcomeSerializer(), ATTRIBUTE, MERGE);
        ModelSource<String, Outcome> source = new ModelSource<>(
                Stores.OUTCOMES,
                topics.outcomes(),
                new StringDeserializer(),
                serdes::outcomeDeserializer,
                () -> new ModelUpdater<>(outcomes::put, outcomes::remove));
        addModel(topology, source, READ_OUTCOMES, UPDATE_OUTCOMES);
    }

    /** The outcomes that the running topology reads; empty without feedback. Safe for many threads. */
    public OutcomeView outcomes() {
        return outcomes;
    }

    /** Beside the vectors, in the same tasks. Every instance reads the sums of all. */
    private void learnFromLists(Topology topology) {
        topology.addProcessor(LEARN_FROM_LISTS, this::newLearnFromLists, ACCEPT);
        topology.addStateStore(bytesStore(Stores.LEARNED_SUMS).withCachingEnabled(), LEARN_FROM_LISTS);
        topology.connectProcessorAndStateStores(LEARN_FROM_LISTS, Stores.USER_VECTORS, Stores.USER_ATTRIBUTES);
        topology.addSink(
                RANKER_STATISTICS,
                topics.rankerStatistics(),
                new StringSerializer(),
                serdes.statisticsSerializer(),
                LEARN_FROM_LISTS);
        ModelSource<String, StatisticsRow> source = new ModelSource<>(
                Stores.LEARNED_MODELS,
                topics.rankerStatistics(),
                new StringDeserializer(),
                serdes::statisticsDeserializer,
                () -> new ModelUpdater<>(learned::put, learned::remove));
        addModel(topology, source, READ_STATISTICS, UPDATE_MODELS);
    }

    private LearnFromLists newLearnFromLists() {
        return new LearnFromLists(
                model(),
                scratches::get,
                settings.scenarios(),
                vectors,
                attributesReader(),
                settings.model().vector().weights(),
                settings.learning(),
                observer);
    }

    /** Below a station that sends it nothing, so that each of that station's tasks has it. */
    private void publishSimilarItems(Topology topology) {
        topology.addProcessor(PUBLISH_SIMILAR_ITEMS, this::newPublishSimilarItems, LEARN);
        topology.addStateStore(bytesStore(Stores.PUBLISHED_SIMILAR_ITEMS), PUBLISH_SIMILAR_ITEMS);
        topology.addSink(
                SIMILAR_ITEMS,
                topics.similarItems(),
                new StringSerializer(),
                serdes.similarItemsSerializer(),
                PUBLISH_SIMILAR_ITEMS);
    }

    private PublishSimilarItems newPublishSimilarItems() {
        return new PublishSimilarItems(settings, model(), similarItemListers::get, observer);
    }

    /** A store of values that tell what a user did, encrypted where the settings have a seal. */
    private StoreBuilder<KeyValueStore<Bytes, byte[]>> personalStore(String name) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> store = bytesStore(name);
        return settings.state()
                .seal()
                .map(seal -> SealedStore.builder(store, seal))
                .orElse(store);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> bytesStore(String name) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> store = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                Serdes.Bytes(),
                Serdes.ByteArray());
        return Stream.of(Stores.LOGGED, Stores.LOGGED_FEEDBACK, Stores.LOGGED_LEARNING)
                        .anyMatch(logged -> logged.contains(name))
                ? store
                : store.withLoggingDisabled();
    }
}
