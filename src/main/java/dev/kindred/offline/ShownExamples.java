package dev.kindred.offline;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.ShownList;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.recommend.Recommender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Examples from the lists that shoppers were shown: the items of a list with their features at the moment when they were shown, and
 * whether the shopper then touched them, by the rules of {@link UserFeedback}. A list is written when nothing can change it any more.
 *
 * <p>An item that is no candidate at that moment, such as one that fills up a list, says nothing about their order, and is left out.
 * Not thread safe.
 */
public final class ShownExamples {

    private final OfflineShop shop;
    private final FeedbackSettings settings;
    private final ListIds ids;
    private final Predicate<ListOrigin> wanted;
    private final ExampleFile file;
    private final Map<String, Shopper> shoppers = new LinkedHashMap<>();
    private final FeatureMatrix rows = new FeatureMatrix();

    private record Shopper(UserFeedback feedback, Map<String, Shown> lists) {}

    /** A list whose outcome is not yet certain. */
    private static final class Shown {

        final ListOrigin origin;
        final Map<String, float[]> features = new LinkedHashMap<>(); // by item
        Set<String> touched = Set.of();

        Shown(ListOrigin origin) {
            this.origin = origin;
        }
    }

    /** @param wanted the lists to write */
    public ShownExamples(OfflineShop shop, FeedbackSettings settings, Predicate<ListOrigin> wanted, ExampleFile file) {
        this.shop = shop;
        this.settings = settings;
        this.ids = new ListIds(settings.hash());
        this.wanted = wanted;
        this.file = file;
    }

    /**
     * Takes an event into account, before the model learns it.
     *
     * @param arrivedMs when it came to the broker
     */
    public void add(Interaction event, long arrivedMs) {
        Shopper shopper = shoppers.computeIfAbsent(
                event.userId(), user -> new Shopper(new UserFeedback(), new LinkedHashMap<>()));
        Optional<ListOrigin> origin = event.list().listId().flatMap(ids::read);
        FeedbackResult result = shopper.feedback().add(event, origin, arrivedMs, settings, new HashMap<>());
        writeEnded(shopper);
        if (result == FeedbackResult.COUNTED) {
            if (event.type() == InteractionType.IMPRESSION) {
                describe(event, shopper);
            }
            Map<String, Set<String>> touched = shopper.feedback().touchedItems(settings);
            shopper.lists().forEach((list, shown) -> shown.touched = touched.getOrDefault(list, Set.of()));
        }
    }

    private void describe(Interaction event, Shopper shopper) {
        for (ShownList list : shopper.feedback().lists()) {
            boolean isNew = list.listed()
                    && list.items().containsKey(event.itemId())
                    && wanted.test(list.origin())
                    && !(shopper.lists().containsKey(list.key())
                            && shopper.lists().get(list.key()).features.containsKey(event.itemId()));
            if (isNew) {
                featuresNow(event)
                        .ifPresent(row -> shopper.lists()
                                .computeIfAbsent(list.key(), key -> new Shown(list.origin()))
                                .features
                                .put(event.itemId(), row));
            }
        }
    }

    private Optional<float[]> featuresNow(Interaction event) {
        if (!shop.hasList(event)) {
            return Optional.empty();
        }
        Recommender.Candidates now = shop.candidates(event.userId(), event.timestampMs());
        int row = now.items().indexOf(shop.model().items().numberOf(event.itemId()));
        return row < 0 ? Optional.empty() : Optional.of(now.features().row(row));
    }

    private void writeEnded(Shopper shopper) {
        List<String> open = new ArrayList<>();
        shopper.feedback().lists().forEach(list -> open.add(list.key()));
        for (Iterator<Map.Entry<String, Shown>> lists =
                        shopper.lists().entrySet().iterator();
                lists.hasNext(); ) {
            Map.Entry<String, Shown> list = lists.next();
            if (!open.contains(list.getKey())) {
                write(list.getValue());
                lists.remove();
            }
        }
    }

    private void write(Shown list) {
        List<String> items = List.copyOf(list.features.keySet());
        List<float[]> values = List.copyOf(list.features.values()); // in the same order
        rows.begin(items.size());
        for (int row = 0; row < items.size(); row++) {
            for (Feature feature : Feature.values()) {
                rows.set(row, feature, values.get(row)[feature.column()]);
            }
        }
        file.add(
                rows,
                row -> list.touched.contains(items.get(row)),
                list.origin.propensity().orElse(1),
                list.origin.timeMs());
    }

    /** Writes the lists that are left at the end of the events. */
    public void end() {
        shoppers.values().forEach(shopper -> {
            shopper.lists().values().forEach(this::write);
            shopper.lists().clear();
        });
    }
}
