package dev.kindred.recommend;

import dev.kindred.model.Item;
import dev.kindred.scenario.Scenario;
import dev.kindred.vector.UserVector;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which items may be on the list of a scenario, on one occasion: the filter lets them through, nothing excludes them, nobody
 * hides them, and enough others have them.
 */
final class Admission implements IntPredicate {

    private final Scenario scenario;
    private final Occasion occasion;
    private final ShopView shop;
    private final IntOpenHashSet excluded;

    Admission(Scenario scenario, Occasion occasion, ShopView shop) {
        this.scenario = scenario;
        this.occasion = occasion;
        this.shop = shop;
        this.excluded = new IntOpenHashSet(occasion.without());
        if (scenario.excludes().current()) {
            excluded.add(occasion.currentItem());
        }
        UserVector vector = occasion.vector();
        for (int i = 0; i < vector.size(); i++) {
            if (scenario.excludes().leavesOut(vector.types(i), vector.touchedMs(i), occasion.nowMs())) {
                excluded.add(vector.item(i));
            }
        }
    }

    @Override
    public boolean test(int item) {
        return !excluded.contains(item)
                && isSupported(item)
                && mayBeShown(shop.catalog().find(item));
    }

    private boolean isSupported(int item) {
        int spare = scenario.minimumSupport() == 0 ? 1 : shop.matrix().users(item) - scenario.minimumSupport();
        return spare > 0 || (spare == 0 && occasion.vector().indexOf(item) < 0); // the user's own touch does not count
    }

    private boolean mayBeShown(Optional<Item> item) {
        return item.filter(Item::hidden).isEmpty() && scenario.filter().accepts(item, occasion.nowMs());
    }
}
