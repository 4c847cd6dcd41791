package dev.kindred.lab.simulation;

import dev.kindred.lab.simulation.Shopper.Favorite;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * One visit of a shopper, as a small state machine: view an item, perhaps open it, perhaps mark it as a favorite or
 * put it into the cart, move to a related item, and pay at the end.
 *
 * <p>Not thread safe; owned by one {@link ShopSimulation}.
 */
final class Session {

    private static final double OPENS = 0.5;
    private static final double KEEPS = 0.1;
    private static final double PUTS_IN_CART = 0.2;
    private static final double PAYS = 0.5;
    private static final double GOES_ON = 0.85;
    private static final double STAYS_NEAR = 0.4;
    private static final double STAYS_AT_SHELF = 0.25;
    private static final double FOLLOWS_FASHION = 0.12;
    private static final double LIKES_OWN_STYLE = 0.3;
    private static final double FIRST_FAVORITE = 0.55;
    private static final double FIRST_TWO_FAVORITES = 0.85;

    private final Shop shop;
    private final RandomGenerator random;
    private final Shopper shopper;
    private final Deque<Item> cart = new ArrayDeque<>();
    private final long order; // breaks ties of time
    private long timeMs; // of the next event
    private InteractionType next = InteractionType.BROWSE;
    private int category;
    private CategoryItems assortment;
    private int place;
    private boolean leaving;

    Session(Shop shop, RandomGenerator random, Shopper shopper, long timeMs, long order) {
        this.shop = shop;
        this.random = random;
        this.shopper = shopper;
        this.timeMs = timeMs;
        this.order = order;
        chooseCategory();
    }

    /**
     * Goes to today's trend or to a favorite category; in the favorite, to the shopper's own style or to a popular
     * item.
     */
    private void chooseCategory() {
        if (random.nextDouble() < FOLLOWS_FASHION) {
            goTo(shop.inFashion());
            place = assortment.popular(random);
            return;
        }
        Favorite favorite = favorite();
        goTo(favorite.category());
        place = random.nextDouble() < LIKES_OWN_STYLE
                ? assortment.near(random, (int) (favorite.spot() * assortment.size()))
                : assortment.popular(random);
    }

    private void goTo(int otherCategory) {
        category = otherCategory;
        assortment = shop.assortment(otherCategory);
    }

    private Favorite favorite() {
        double drawn = random.nextDouble();
        return shopper.favorites().get(drawn < FIRST_FAVORITE ? 0 : drawn < FIRST_TWO_FAVORITES ? 1 : 2);
    }

    long timeMs() {
        return timeMs;
    }

    long order() {
        return order;
    }

    boolean isOver() {
        return leaving && cart.isEmpty();
    }

    /** Returns the current event; afterwards the session has advanced to its next event, or is over. */
    Interaction event() {
        Interaction event = leaving ? purchase(cart.remove()) : look();
        timeMs += pauseMs();
        if (!leaving) {
            decide();
        }
        return event;
    }

    private Interaction look() {
        return new Interaction(Optional.empty(), shopper.id(), assortment.id(place), next, timeMs, 1);
    }

    /** The purchase of one piece at the label's price. */
    private Interaction purchase(Item item) {
        OptionalDouble amount = item.price().stream().mapToDouble(Price::amount).findFirst();
        return new Interaction(Optional.empty(), shopper.id(), item.itemId(), next, timeMs, 1, amount);
    }

    /** The next action after an event on the current item. */
    private void decide() {
        double drawn = random.nextDouble();
        if (next == InteractionType.BROWSE && drawn < OPENS) {
            next = InteractionType.CLICK;
        } else if (next == InteractionType.CLICK && drawn < KEEPS) {
            next = InteractionType.FAVORITE;
        } else if (next == InteractionType.CLICK && drawn < KEEPS + PUTS_IN_CART) {
            next = InteractionType.CART;
            cart.add(shop.item(category, place));
        } else {
            moveOn();
        }
    }

    private void moveOn() {
        if (random.nextDouble() < GOES_ON) {
            next = InteractionType.BROWSE;
            goToNextItem();
        } else {
            leaving = true;
            next = InteractionType.PURCHASE;
            cart.removeIf(item -> random.nextDouble() >= PAYS);
        }
    }

    private void goToNextItem() {
        double drawn = random.nextDouble();
        if (drawn < STAYS_NEAR) {
            place = assortment.near(random, place);
        } else if (drawn < STAYS_NEAR + STAYS_AT_SHELF) {
            place = assortment.popular(random);
        } else {
            chooseCategory();
        }
    }

    /** Mostly some seconds, now and then minutes. */
    private long pauseMs() {
        return 1_000 + (long) (random.nextExponential() * 25_000);
    }
}
