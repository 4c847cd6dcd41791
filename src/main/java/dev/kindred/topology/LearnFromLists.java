package dev.kindred.topology;

import dev.kindred.blend.WeightLearner;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import dev.kindred.ranking.RankingStatistics;
import dev.kindred.ranking.StatisticsKey;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.similarity.Neighbors;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.SumsCodec;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets lists learn from a sample of the events, before the user's vector does: the list that the user would have had is ranked, and the
 * event's item is the one that it should have had on top. The task learns sums, which name nobody.
 *
 * <p>Sums that have changed are published at intervals; after a start, all of them once more, because the last ones may not have been.
 */
final class LearnFromLists extends ContextualProcessor<String, Interaction, String, @Nullable StatisticsRow> {

    private final ShopModel model;
    private final Supplier<RefreshList.Scratch> scratches; // the calling thread's
    private final Supplier<Scenarios> scenarios;
    private final TaskVectors vectors;
    private final AttributesReader attributes;
    private final TypeWeights weights;
    private final LearningSettings settings;
    private final StreamObserver observer;
    private final WeightLearner untaught;
    private final Map<StatisticsKey, long[]> hot = new HashMap<>();
    private final Set<StatisticsKey> changed = new LinkedHashSet<>();
    private @Nullable KeyValueStore<Bytes, byte[]> store;

    /**
     * A station.
     *
     * @param scenarios current; read at every event
     * @param attributes of users, whose consents scenarios may need
     * @param weights of types of events: one that is not positive says nothing for an item
     */
    LearnFromLists(
            ShopModel model,
            Supplier<RefreshList.Scratch> scratches,
            Supplier<Scenarios> scenarios,
            TaskVectors vectors,
            AttributesReader attributes,
            TypeWeights weights,
            LearningSettings settings,
            StreamObserver observer) {
        this.model = model;
        this.scratches = scratches;
        this.scenarios = scenarios;
        this.vectors = vectors;
        this.attributes = attributes;
        this.weights = weights;
        this.settings = settings;
        this.untaught = settings.weightLearner();
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable StatisticsRow> context) {
        super.init(context);
        store = context.getStateStore(Stores.LEARNED_SUMS);
        changed.addAll(storedKeys());
        context.schedule(settings.interval(), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    private KeyValueStore<Bytes, byte[]> store() {
        if (store == null) {
            throw new IllegalStateException("not initialized");
        }
        return store;
    }

    @Override
    public void process(Record<String, Interaction> record) {
        Interaction event = record.value();
        List<Scenario> lists = scenarios.get().learning();
        if (!lists.isEmpty() && settings.includes(event) && weights.of(event.type()) > 0) {
            learn(event, lists);
        }
    }

    /** A user's first event has no list before it, a repeat teaches nothing, and an unknown item is on no list. */
    private void learn(Interaction event, List<Scenario> lists) {
        int item = model.dictionary().find(event.itemId());
        UserVector vector = vectors.of(context()).load(event.userId());
        if (item == ItemDictionary.NONE
                || vector.size() == 0
                || event.eventId().filter(vector::remembers).isPresent()) {
            return;
        }
        RefreshList.Scratch scratch = scratches.get();
        ShopView shop = model.view();
        Neighbors neighbors = scratch.search().search(UserKey.of(event.userId()), vector, shop.matrix());
        RecommendationContext context = new RecommendationContext(
                vector, vector.lastTouchedItem(), neighbors, Set.of(), event.timestampMs(), event.timestampMs());
        for (Scenario list : lists) {
            if (attributes.allow(context().getStateStore(Stores.USER_ATTRIBUTES), event.userId(), list.consent())) {
                learn(list, context, shop, item, scratch.recommender());
            }
        }
        observer.learnedFromLists();
    }

    private void learn(Scenario list, RecommendationContext context, ShopView shop, int item, Recommender recommender) {
        if (list.ranking().learnsWeights()) {
            WeightLearner more = untaught.anew();
            recommender.learn(more, list, context, shop, item);
            add(settings.weightsKey(list, more), more.sums());
        } else {
            RankingStatistics more = new RankingStatistics(settings.decay());
            recommender.learn(more, list, context, shop, item);
            add(settings.rankerKey(list), more.sums());
        }
    }

    private void add(StatisticsKey key, PeriodSums more) {
        more.byPeriod().forEach((period, some) -> add(key.in(period), some));
    }

    private void add(StatisticsKey key, long[] more) {
        Optional<long[]> known = find(key);
        long[] sums = known.orElseGet(() -> new long[more.length]);
        for (int i = 0; i < more.length; i++) {
            sums[i] += more[i];
        }
        hot.put(key, sums);
        store().put(stored(key), SumsCodec.encode(sums));
        changed.add(key);
        if (known.isEmpty()) {
            forgetOldPeriods(key);
        }
    }

    private Optional<long[]> find(StatisticsKey key) {
        return Optional.ofNullable(hot.get(key))
                .or(() -> Optional.ofNullable(store().get(stored(key))).map(SumsCodec::decode));
    }

    private static Bytes stored(StatisticsKey key) {
        return Bytes.wrap(key.text().getBytes(StandardCharsets.UTF_8));
    }

    private List<StatisticsKey> storedKeys() {
        List<StatisticsKey> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store().all()) {
            all.forEachRemaining(
                    entry -> keys.add(StatisticsKey.parse(new String(entry.key.get(), StandardCharsets.UTF_8))));
        }
        return keys;
    }

    private void forgetOldPeriods(StatisticsKey of) {
        List<StatisticsKey> all = storedKeys().stream()
                .filter(key -> key.in(of.period()).equals(of))
                .toList();
        long last = all.stream().mapToLong(StatisticsKey::period).max().orElse(of.period());
        for (StatisticsKey key : all) {
            if (key.period() < last - PeriodSums.REMEMBERED) {
                store().delete(stored(key));
                hot.remove(key);
                changed.add(key);
            }
        }
    }

    private void publish(long nowMs) {
        int partition = context().taskId().partition();
        for (StatisticsKey key : changed) {
            StatisticsRow row = find(key)
                    .map(sums -> new StatisticsRow(key, partition, sums))
                    .orElse(null); // a tombstone
            context().forward(new Record<>(key.recordKey(partition), row, nowMs));
        }
        changed.clear();
    }

    /** Sums of an aborted transaction must not be used later. */
    @Override
    public void close() {
        hot.clear();
        changed.clear();
    }
}
