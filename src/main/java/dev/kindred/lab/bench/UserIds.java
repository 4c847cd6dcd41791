package dev.kindred.lab.bench;

import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.model.Interaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the ids of the users in the events of a shop. Not thread safe. */
final class UserIds {

    private final ShopSimulation shop;
    private final Set<String> ids = new LinkedHashSet<>();

    UserIds(ShopSimulation shop) {
        this.shop = shop;
    }

    /** The next event of the shop. */
    Interaction next() {
        Interaction event = shop.next();
        ids.add(event.userId());
        return event;
    }

    int count() {
        return ids.size();
    }

    /** The ids so far, in the order of their first events. */
    List<String> ids() {
        return List.copyOf(ids);
    }
}
