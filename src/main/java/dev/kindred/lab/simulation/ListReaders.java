package dev.kindred.lab.simulation;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * The shoppers of a simulated shop as readers of lists, by the {@link ClickModel}: they are shown the first items, click some, and
 * of these put some into the cart and buy some.
 *
 * <p>Every shopper has a random generator of their own, so the same lists give the same reactions, whatever happens to other shoppers
 * in between. Remembers how often each shopper was shown each item. Not thread safe.
 */
public final class ListReaders {

    /** The number of items that a page of the shop shows. */
    public static final int SHOWN = 6;

    private static final Pattern SHOPPER = Pattern.compile("user-[0-9]{1,9}");
    private static final String EVENT_ID = "look-";
    private static final double PUTS_IN_CART = 0.3; // of the clicks
    private static final double PAYS = 0.5; // of the carts
    private static final long SECOND_MS = 1000;

    private final long seed;
    private final int digits;
    private final Shop shop;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Reader> readers = new HashMap<>();
    private long events; // with ids so far

    /** The place of an item in the shop. */
    private record Place(int category, int number, double spot) {}

    /** A shopper's taste and memory. */
    private record Reader(Shopper shopper, SplittableRandom random, Map<String, Integer> shown) {}

    ListReaders(long seed, int digits, Shop shop) {
        this.seed = seed;
        this.digits = digits;
        this.shop = shop;
        for (int category = 0; category < shop.categories(); category++) {
            CategoryItems assortment = shop.assortment(category);
            for (int number = 0; number < assortment.size(); number++) {
                places.put(assortment.id(number), new Place(category, number, (double) number / assortment.size()));
            }
        }
    }

    /** Whether a user has an id like those of the simulated shoppers; other users have no taste that is known. */
    public boolean isShopper(String userId) {
        return SHOPPER.matcher(userId).matches();
    }

    /** Whether an event is a reaction to a list, by its id. */
    public static boolean isReaction(String eventId) {
        return eventId.startsWith(EVENT_ID);
    }

    private Reader reader(String userId) {
        return readers.computeIfAbsent(userId, id -> {
            int number = Shopper.number(id);
            Shopper shopper = Shopper.of(seed, number, digits, shop.categories());
            return new Reader(
                    shopper, new SplittableRandom(seed ^ (number + 1L) * 0xd1342543de82ef95L), new HashMap<>());
        });
    }

    /**
     * The probability that a shopper clicks an item of a list now.
     *
     * @param items best first; the readers are shown {@link #SHOWN} of them
     */
    public double clickProbability(String userId, List<String> items) {
        Reader reader = reader(userId);
        double none = 1;
        for (int i = 0; i < Math.min(SHOWN, items.size()); i++) {
            none *= 1 - click(reader, items.get(i), i + 1);
        }
        return 1 - none;
    }

    private double click(Reader reader, String itemId, int position) {
        Place place = places.get(itemId);
        if (place == null) { // of another shop
            return 0;
        }
        int shownBefore = reader.shown().getOrDefault(itemId, 0);
        return ClickModel.look(position)
                * ClickModel.draw(reader.shopper().favorites(), place.category(), place.spot(), shownBefore);
    }

    /**
     * A shopper's reaction to a list: an impression of every shown item, then clicks, carts and purchases, some seconds apart. An
     * item that is clicked is as tiring as one that is not.
     *
     * @param items best first
     * @param listId of the list, which all events name; empty for a list without one
     * @param timeMs when the list is shown, in epoch milliseconds
     */
    public List<Interaction> read(String userId, List<String> items, Optional<String> listId, long timeMs) {
        Reader reader = reader(userId);
        List<Interaction> impressions = new ArrayList<>();
        List<Interaction> reactions = new ArrayList<>();
        long laterMs = timeMs;
        for (int i = 0; i < Math.min(SHOWN, items.size()); i++) {
            String itemId = items.get(i);
            int position = i + 1;
            ListReference list =
                    new ListReference(listId, Optional.empty(), Optional.empty(), OptionalInt.of(position));
            impressions.add(event(userId, itemId, InteractionType.IMPRESSION, timeMs, OptionalDouble.empty(), list));
            if (reader.random().nextDouble() < click(reader, itemId, position)) {
                for (InteractionType type : types(reader.random())) {
                    laterMs += SECOND_MS;
                    OptionalDouble amount = type == InteractionType.PURCHASE ? price(itemId) : OptionalDouble.empty();
                    reactions.add(event(userId, itemId, type, laterMs, amount, list));
                }
            }
            reader.shown().merge(itemId, 1, Integer::sum);
        }
        impressions.addAll(reactions);
        return impressions;
    }

    private static List<InteractionType> types(SplittableRandom random) {
        if (random.nextDouble() >= PUTS_IN_CART) {
            return List.of(InteractionType.CLICK);
        }
        return random.nextDouble() < PAYS
                ? List.of(InteractionType.CLICK, InteractionType.CART, InteractionType.PURCHASE)
                : List.of(InteractionType.CLICK, InteractionType.CART);
    }

    private OptionalDouble price(String itemId) {
        return Optional.ofNullable(places.get(itemId))
                .flatMap(place -> shop.item(place.category(), place.number()).price())
                .stream()
                .mapToDouble(Price::amount)
                .findFirst();
    }

    private Interaction event(
            String userId,
            String itemId,
            InteractionType type,
            long timeMs,
            OptionalDouble amount,
            ListReference list) {
        return new Interaction(Optional.of(EVENT_ID + events++), userId, itemId, type, timeMs, 1, amount, list);
    }
}
