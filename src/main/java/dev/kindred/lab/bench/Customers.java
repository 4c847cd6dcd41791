package dev.kindred.lab.bench;

import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.model.Interaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A shop, and those who have come to it. Not thread safe. */
final class Customers {

    private final ShopSimulation shop;
    private final Set<String> ids = new LinkedHashSet<>();

    Customers(ShopSimulation shop) {
        this.shop = shop;
    }

    /** What happens next in the shop. */
    Interaction next() {
        Interaction event = shop.next();
        ids.add(event.userId());
        return event;
    }

    int count() {
        return ids.size();
    }

    /** Everybody who came so far, in the order of their first events. */
    List<String> ids() {
        return List.copyOf(ids);
    }
}
