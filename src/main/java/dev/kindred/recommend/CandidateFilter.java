package dev.kindred.recommend;

import dev.kindred.expression.ItemFilter;
import dev.kindred.math.Accumulator;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.scenario.Scenario;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Accepts the items that may be on the list of a scenario for one user: the catalog shows them, they are not excluded,
 * enough other users have them, and the scenario's filter accepts them.
 *
 * <p>A candidate costs a few array reads, unless the scenario has a filter. Not thread safe: one per recommender, reset
 * for every list.
 */
final class CandidateFilter implements IntPredicate {

    private final int minimumSupport;
    private final Accumulator excluded = new Accumulator(); // by item
    private Scenario scenario;
    private RecommendationContext context;
    private ShopView shop;
    private int excludable; // excluded has room for items below this number
    private boolean filters;

    CandidateFilter(int minimumSupport, Scenario scenario, RecommendationContext context, ShopView shop) {
        this.minimumSupport = minimumSupport;
        this.scenario = scenario;
        this.context = context;
        this.shop = shop;
        begin(scenario, context, shop);
    }

    /** Resets the filter for another list. */
    void begin(Scenario nextScenario, RecommendationContext nextContext, ShopView nextShop) {
        scenario = nextScenario;
        context = nextContext;
        shop = nextShop;
        filters = !scenario.filter().equals(ItemFilter.everything());
        excluded.clear();
        excludeOwn();
        context.without().forEach(this::exclude);
    }

    private void excludeOwn() {
        UserVector vector = context.vector();
        reserve(UserBasedScores.itemBound(vector, shop.matrix()));
        for (int i = 0; i < vector.size(); i++) {
            if (scenario.excludes().leavesOut(vector.types(i), vector.touchedMs(i), context.nowMs())) {
                excluded.add(vector.item(i), 1);
            }
        }
        if (scenario.excludes().current() && context.currentItem() != ItemDictionary.NONE) {
            exclude(context.currentItem());
        }
    }

    /** Excludes one more item from this list. */
    void exclude(int item) {
        reserve(item + 1);
        excluded.add(item, 1);
    }

    private void reserve(int bound) {
        excluded.ensureCapacity(bound);
        excludable = Math.max(excludable, bound);
    }

    @Override
    public boolean test(int item) {
        return !isExcluded(item) && isSupported(item) && shop.catalog().isShown(item) && isAccepted(item);
    }

    /** The same for an item that is listed because of its users: too few of them are not told of. */
    boolean testListed(int item) {
        return shop.matrix().users(item) >= minimumSupport && test(item);
    }

    /** The same for a pinned item, which needs no users and passes every filter. */
    boolean testPinned(int item) {
        return !isExcluded(item) && shop.catalog().isShown(item);
    }

    private boolean isExcluded(int item) {
        return item < excludable && excluded.has(item);
    }

    private boolean isSupported(int item) {
        int spare = scenario.minimumSupport() == 0 ? 1 : shop.matrix().users(item) - scenario.minimumSupport();
        return spare > 0 || (spare == 0 && context.vector().indexOf(item) < 0); // the user does not count
    }

    private boolean isAccepted(int item) {
        return !filters || scenario.filter().accepts(shop.catalog().find(item), context.nowMs());
    }

    /** The reason why none of these items is on the list: the last check that an item reached. */
    EmptyReason whyNone(int[] items) {
        EmptyReason nearest = EmptyReason.NOTHING_KNOWN;
        for (int item : items) {
            EmptyReason reason = reason(item);
            nearest = reason.compareTo(nearest) > 0 ? reason : nearest;
        }
        return nearest;
    }

    private EmptyReason reason(int item) {
        if (!shop.catalog().isShown(item)) {
            return EmptyReason.HIDDEN;
        }
        if (isExcluded(item)) {
            return EmptyReason.EXCLUDED;
        }
        if (shop.matrix().users(item) < minimumSupport) {
            return EmptyReason.FEW_USERS;
        }
        if (!isSupported(item)) {
            return EmptyReason.MINIMUM_SUPPORT;
        }
        if (!isAccepted(item)) {
            Optional<Item> known = shop.catalog().find(item);
            return known.filter(sold -> !sold.available()).isPresent() ? EmptyReason.OUT_OF_STOCK : EmptyReason.FILTER;
        }
        return EmptyReason.NO_STRATEGY;
    }
}
