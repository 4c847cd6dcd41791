package dev.kindred.lab.simulation;

import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An infinite stream of events of a simulated shop, in the order of their times.
 *
 * <p>Items have ids after their categories, such as {@code shoes-017}. Few items are popular, and items with close
 * numbers are similar. Shoppers like a few related categories, and in each a part of the category. They visit about twice
 * a day, view, click, mark favorites, fill the cart, and some pay; the visits of several shoppers interleave. Every
 * simulated day another category is in fashion and new items are launched.
 *
 * <p>The same settings give the same events. Time is simulated: it advances as it would in a shop with so many users,
 * and a caller may play it faster. Events carry no ids. Not thread safe.
 */
public final class ShopSimulation {

    private static final double VISITS_PER_USER_AND_DAY = 2;
    private static final double REGULARS = 1.5; // above 1: the first users visit more often than the last
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final long seed;
    private final int users;
    private final int userDigits;
    private final SplittableRandom random;
    private final Shop shop;
    private final PriorityQueue<Session> sessions =
            new PriorityQueue<>(Comparator.comparingLong(Session::timeMs).thenComparingLong(Session::order));
    private double nextVisitMs;
    private long nextDayMs;
    private long visits;

    /** Opens the shop. */
    public ShopSimulation(SimulationSettings settings) {
        this.seed = settings.seed();
        this.users = settings.users();
        this.userDigits = Math.max(4, Integer.toString(users).length());
        this.random = new SplittableRandom(seed);
        Labels labels = new Labels(seed, settings.start().toEpochMilli());
        this.shop = new Shop(random.split(), settings.items(), labels);
        this.nextVisitMs = settings.start().toEpochMilli();
        this.nextDayMs = settings.start().toEpochMilli() + DAY_MS;
    }

    /** The shop's catalog: all items, including those not yet launched. Some are out of stock, some on promotion. */
    public Stream<Item> items() {
        return shop.items();
    }

    /** The same shoppers as readers of lists, who remember nothing yet. */
    public ListReaders readers() {
        return new ListReaders(seed, userDigits, shop);
    }

    /** The next event; its time is never before that of the last one. */
    public Interaction next() {
        while (sessions.isEmpty() || sessions.element().timeMs() > nextVisitMs) {
            beginVisit();
        }
        Session session = sessions.remove();
        while (session.timeMs() >= nextDayMs) {
            shop.newDay();
            nextDayMs += DAY_MS;
        }
        Interaction event = session.event();
        if (!session.isOver()) {
            sessions.add(session);
        }
        return event;
    }

    private void beginVisit() {
        int user = (int) (users * Math.pow(random.nextDouble(), REGULARS));
        Shopper shopper = Shopper.of(seed, user, userDigits, shop.categories());
        sessions.add(new Session(shop, random, shopper, (long) nextVisitMs, visits++));
        nextVisitMs += random.nextExponential() * DAY_MS / (VISITS_PER_USER_AND_DAY * users);
    }
}
