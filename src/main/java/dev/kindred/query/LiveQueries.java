package dev.kindred.query;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import dev.kindred.profile.UserProfile;
import dev.kindred.recommend.Fatigue;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.similarity.Evidence;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Answers from the vectors of this instance and from its matrix, which a stream keeps up to date.
 *
 * @param profiler reads the catalog of the model
 * @param modelIsReady whether matrix and catalog have caught up with their topics after the start
 * @param pools shared by all copies with other vectors
 */
public record LiveQueries(
        QuerySettings settings,
        Vectors vectors,
        ShopModel model,
        Profiler profiler,
        BooleanSupplier modelIsReady,
        Pools pools)
        implements Queries {

    private static final long PAGE_ENTRIES = 10_000; // headers and cells, read in some tens of milliseconds

    private static final Segment EVERYBODY = new Segment("everybody", ProfileFilter.parse("events >= 0"));

    /** Queries wait for these. Pages of members are computed one at a time: their clients can wait. */
    record Pools(Pool<Calculator> calculators, Pool<Calculator> unlimited, Pool<MemberWalk> walks) {}

    /** Answers with pools of its own. */
    public LiveQueries(
            QuerySettings settings, Vectors vectors, ShopModel model, Profiler profiler, BooleanSupplier modelIsReady) {
        this(
                settings,
                vectors,
                model,
                profiler,
                modelIsReady,
                new Pools(
                        calculators(settings, model.dictionary()),
                        calculators(settings.unlimited(), model.dictionary()),
                        new Pool<>(1, settings.patience(), () -> new MemberWalk(profiler, PAGE_ENTRIES))));
    }

    private static Pool<Calculator> calculators(QuerySettings settings, ItemDictionary dictionary) {
        SimilarItemsCache similarItems = new SimilarItemsCache(settings.model().similarItems());
        return new Pool<>(
                settings.calculators(), settings.patience(), () -> new Calculator(settings, similarItems, dictionary));
    }

    /** The same queries on other vectors, with the same pools. */
    public LiveQueries from(Vectors others) {
        return new LiveQueries(settings, others, model, profiler, modelIsReady, pools);
    }

    @Override
    public LiveQueries unlimited() {
        Pools unlimited = new Pools(pools.unlimited(), pools.unlimited(), pools.walks());
        return new LiveQueries(settings.unlimited(), vectors, model, profiler, modelIsReady, unlimited);
    }

    /** The vector of a session without a user. */
    private record Session(UserVector vector, int currentItem) {}

    private Session sessionOf(List<Interaction> events) {
        List<Interaction> known = events.stream()
                .filter(event -> event.type().isTouch())
                .filter(event ->
                        model.dictionary().find(event.itemId()) != ItemDictionary.NONE) // ids stay in the dictionary
                .sorted(Comparator.comparingLong(Interaction::timestampMs))
                .toList();
        UserVector vector = new UserVector(settings.model().vector(), model.dictionary());
        known.forEach(vector::learn);
        return new Session(
                vector,
                known.isEmpty()
                        ? ItemDictionary.NONE
                        : model.dictionary().find(known.get(known.size() - 1).itemId()));
    }

    @Override
    public CurrentList recommendations(String userId, ScenarioQuestion question) {
        String purpose = question.scenario().consent();
        if (!purpose.isEmpty() || settings.consent().isRequired()) {
            Optional<UserAttributes> attributes =
                    vectors.attributesOf(settings.users().of(userId));
            if (!purpose.isEmpty()
                    && attributes.filter(of -> of.allows(purpose)).isEmpty()) {
                return CurrentList.refused(question.scenario().name());
            }
            if (!settings.consent().isGiven(attributes)) {
                return recommendations(List.of(), question.forEverybody()).notPersonal();
            }
        }
        ShopView shop = model.view(view());
        String known = settings.users().of(userId);
        UserVector vector = vectors.of(known);
        Fatigue fatigue = vectors.fatigueOf(known, vector);
        return pools.calculators().with(calculator -> calculator.list(known, vector, fatigue, question, shop));
    }

    @Override
    public CurrentList recommendations(List<Interaction> session, ScenarioQuestion question) {
        ShopView shop = model.view(view());
        Session known = sessionOf(session);
        return pools.calculators()
                .with(calculator -> calculator.sessionList(known.vector(), known.currentItem(), question, shop));
    }

    @Override
    public Profile profile(String userId) {
        checkReady("the catalog");
        String known = settings.users().of(userId);
        UserVector vector = vectors.of(known);
        List<Profile.Item> items = new ArrayList<>(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            items.add(item(vector, i));
        }
        items.sort(Comparator.comparingLong(Profile.Item::touchedMs).reversed().thenComparing(Profile.Item::itemId));
        UserProfile whole = profiler.withTerms(vector, vectors.attributesOf(known));
        return new Profile(whole, profiler.segmentsOf(whole), items);
    }

    private Profile.Item item(UserVector vector, int index) {
        double norm = vector.interestNorm();
        double interest = norm > 0 ? vector.interest(index) / norm : 0;
        return new Profile.Item(
                model.dictionary().idOf(vector.item(index)),
                vector.affinity(index).affinity(),
                Math.max(-1, Math.min(1, interest)), // rounding, or a norm that is one event newer
                vector.touchedMs(index),
                InteractionType.in(vector.types(index)));
    }

    @Override
    public UserRecords records(String userId) {
        return vectors.recordsOf(settings.users().of(userId));
    }

    @Override
    public Optional<ErasureReceipt> receipt(int partition, String requestId) {
        return vectors.receipt(partition, requestId);
    }

    @Override
    public Segments segments() {
        return profiler.segments();
    }

    @Override
    public MemberPage members(String segment, MemberCursor from, int limit) {
        checkReady("the catalog");
        Segments known = profiler.segments();
        Segment wanted = known.find(segment).orElseThrow(() -> new QueryException.UnknownSegment(known.names()));
        return pools.walks().with(walk -> walk.page(vectors, wanted, from, limit));
    }

    @Override
    public MemberPage users(MemberCursor from, int limit) {
        checkReady("the catalog");
        return pools.walks().with(walk -> walk.page(vectors, EVERYBODY, from, limit));
    }

    @Override
    public List<SimilarUser> neighbors(String userId, int limit) {
        MatrixView view = view();
        String known = settings.users().of(userId);
        UserVector vector = vectors.of(known);
        return pools.calculators().with(calculator -> calculator.neighbors(known, vector, limit, view));
    }

    @Override
    public Item item(String itemId) {
        checkReady("the catalog");
        return model.catalog().find(itemId).orElseThrow(QueryException.UnknownItem::notInCatalog);
    }

    @Override
    public List<SimilarItem> alikeItems(String itemId, int limit) {
        ShopView shop = model.view(view());
        int item = model.dictionary().find(itemId);
        if (shop.catalog().find(item).isEmpty()) {
            throw QueryException.UnknownItem.notInCatalog();
        }
        return pools.calculators().with(calculator -> calculator.alikeItems(item, limit, shop));
    }

    @Override
    public List<SimilarItem> similarItems(String itemId, int limit) {
        return similarItems(itemId, limit, Evidence.ALL);
    }

    @Override
    public List<SimilarItem> boughtTogether(String itemId, int limit) {
        return similarItems(itemId, limit, Evidence.PURCHASES);
    }

    private List<SimilarItem> similarItems(String itemId, int limit, Evidence evidence) {
        ShopView shop = model.view(view());
        int item = model.dictionary().find(itemId);
        if (item == ItemDictionary.NONE || shop.matrix().audience(item) == 0) {
            throw new QueryException.UnknownItem();
        }
        return pools.calculators().with(calculator -> calculator.similarItems(item, limit, evidence, shop));
    }

    @Override
    public List<ListedItem> popularItems(int limit, Optional<String> category) {
        return shared().popular(limit, category, view());
    }

    @Override
    public List<ListedItem> trendingItems(int limit, Optional<String> category) {
        return shared().trending(limit, category, view());
    }

    @Override
    public OptionalInt trendPosition(String itemId) {
        return shared().trendPosition(itemId, view());
    }

    @Override
    public List<ListedItem> recentItems(int limit, Optional<String> category, long nowMs) {
        checkReady("the catalog");
        return shared().recent(limit, category, nowMs);
    }

    @Override
    public FoundItems findItems(String words, Optional<Gap> lacking, int limit) {
        MatrixView view = view();
        CatalogScan scan = scan(view);
        return scan.find(
                words, lacking, limit, item -> scan.isTouched().test(item) ? view.popularity(item, Long.MIN_VALUE) : 0);
    }

    @Override
    public CatalogSummary catalogSummary() {
        return scan(view()).summary();
    }

    private CatalogScan scan(MatrixView view) {
        int users = Math.max(1, settings.model().recommend().minimumSupport());
        return new CatalogScan(model.catalog(), model.dictionary(), item -> view.users(item) >= users);
    }

    private SharedLists shared() {
        return new SharedLists(
                model.catalog(),
                model.dictionary(),
                settings.model().recommend().minimumSupport());
    }

    private MatrixView view() {
        checkReady("the matrix");
        return model.matrix().view();
    }

    private void checkReady(String part) {
        if (!modelIsReady.getAsBoolean()) {
            throw new QueryException.NotReady(part);
        }
    }
}
