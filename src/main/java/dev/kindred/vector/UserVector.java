package dev.kindred.vector;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Require;
import dev.kindred.vector.VectorContent.MovedCell;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One user's live sparse vector: the decoded cells and their norms.
 *
 * <p>Every cell has an <em>affinity</em>, the long-term preference that other users' searches see, and an
 * <em>interest</em>, the short-term preference. All interests decay by the same factor from event to event. They are
 * therefore stored relative to one common factor, and an event writes one cell and the factor. {@link #interest}
 * returns the relative value; a cosine is the same for both.
 *
 * <p>Not thread safe: owned by the task that owns the user.
 */
public final class UserVector {

    private static final double SMALLEST_UNIT = 1e-100;

    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private int size; // the first size entries of the five arrays are the cells, items distinct, in no order
    private int[] items = new int[4];
    private double[] affinities = new double[4];
    private double[] interests = new double[4];
    private long[] touchedMs = new long[4];
    private byte[] types = new byte[4];

    private double unit = 1; // the current interest is the relative value times this
    private double interestSquaredNorm; // of the relative values
    private double affinitySquaredNorm; // as of timeMs
    private long timeMs;
    private long events;
    private long clock;
    private Habits habits;
    private long[] recentEvents;

    /** The vector of a user without events. */
    public UserVector(VectorSettings settings, ItemDictionary dictionary) {
        this(settings, dictionary, Header.EMPTY);
    }

    /** A stored vector; {@link #restore} adds its cells. */
    public UserVector(VectorSettings settings, ItemDictionary dictionary, Header header) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.timeMs = header.timeMs();
        this.events = header.events();
        this.clock = header.clock();
        this.affinitySquaredNorm = header.affinitySquaredNorm();
        this.interestSquaredNorm = header.interestSquaredNorm();
        this.habits = header.habits();
        this.recentEvents = header.recentEvents();
    }

    /** Adds a stored cell of an item that the vector does not have, its interest decayed to now. */
    public void restore(String itemId, Cell cell) {
        int at = append(dictionary.numberOf(itemId));
        affinities[at] = cell.affinity();
        touchedMs[at] = cell.touchedMs();
        types[at] = (byte) cell.types();
        interests[at] = cell.interest()
                * settings.interestDecay().factor(timeMs - cell.asOfMs())
                * Math.pow(settings.step(), (double) (clock - cell.clock()));
    }

    /** Whether the vector remembers an event or a merge with this id among its last ones. */
    public boolean remembers(String eventId) {
        long fingerprint = EventFingerprint.of(eventId);
        return Arrays.stream(recentEvents).anyMatch(recent -> recent == fingerprint);
    }

    /**
     * Adds one event.
     *
     * <p>The squared norm of a vector x, of which one coordinate grows by a, is {@code |x|² + 2·a·x_i + a²}; both norms
     * are kept by this recurrence. A late event adds its decayed weight and does not move time backwards, so affinities
     * do not depend on the order of events.
     *
     * @throws IllegalArgumentException if the item was only shown
     */
    public VectorChange learn(Interaction event) {
        Require.that(event.type().isTouch(), "an impression is nothing to learn from", event.type());
        int item = dictionary.numberOf(event.itemId());
        double weight = settings.weights().of(event.type()) * event.strength();
        habits = habits.learn(event, timeMs, settings.habits());
        advanceTo(Math.max(timeMs, event.timestampMs()));
        double normBefore = interestNorm();
        int at = indexOf(item);
        if (at < 0) {
            at = append(item);
            touchedMs[at] = event.timestampMs();
        }
        touchAffinity(at, weight, event.timestampMs());
        double added = touchInterest(at, weight, event.timestampMs());
        types[at] |= (byte) event.type().bit();
        event.eventId().ifPresent(this::remember);
        return evictBeyondCapacity(item, added, normBefore);
    }

    private void advanceTo(long nowMs) {
        decay(nowMs, nowMs > timeMs ? 1 : 0);
        events++;
    }

    private void decay(long nowMs, long steps) {
        if (events > 0) {
            double affinityLeft = settings.affinityDecay().factor(nowMs - timeMs);
            affinitySquaredNorm *= affinityLeft * affinityLeft;
            unit *= settings.interestDecay().factor(nowMs - timeMs);
            unit *= Math.pow(settings.step(), (double) steps);
            clock += steps;
            if (unit < SMALLEST_UNIT) {
                normalizeUnit();
            }
        }
        timeMs = nowMs;
    }

    private void normalizeUnit() {
        double squaredNorm = 0;
        for (int i = 0; i < size; i++) {
            interests[i] *= unit;
            squaredNorm += interests[i] * interests[i];
        }
        interestSquaredNorm = squaredNorm;
        unit = 1;
    }

    private void touchAffinity(int at, double weight, long eventMs) {
        Decay decay = settings.affinityDecay();
        double before = affinities[at] * decay.factor(timeMs - touchedMs[at]);
        double added = weight * decay.factor(timeMs - eventMs);
        if (eventMs >= touchedMs[at]) {
            affinities[at] = affinities[at] * decay.factor(eventMs - touchedMs[at]) + weight;
            touchedMs[at] = eventMs;
        } else {
            affinities[at] += weight * decay.factor(touchedMs[at] - eventMs);
        }
        affinitySquaredNorm = squaredNormAfter(affinitySquaredNorm, before, added);
    }

    private double touchInterest(int at, double weight, long eventMs) {
        double added = weight * settings.interestDecay().factor(timeMs - eventMs) / unit;
        interestSquaredNorm = squaredNormAfter(interestSquaredNorm, interests[at], added);
        interests[at] += added;
        return added;
    }

    /**
     * Merges the content of another user's vector into this one, as if this user had caused all events.
     *
     * <p>Affinities are exactly those of one user: both are decayed to the later touch, and added. Interests depend on
     * the order of events, of which a cell keeps only the last one. The vector that ended earlier therefore decays
     * until the end of the other one, with one step for each distinct time after its own end at which an item of the
     * other was last touched:
     *
     * <pre>
     * q(i) = q_own(i) * fade(now - own end) * step^n + q_other(i) * fade(now - other end) * step^m
     * </pre>
     *
     * <p>n is the number of such times in the other vector, m that in this one, and n or m is 0. This is exact if one
     * vector begins after the other's end, as at a sign-in, and touches no item twice. Otherwise older interests decay
     * a little less: an item that was touched twice has made two steps, and the cell shows one.
     *
     * @param other the content of the other vector, which its owner no longer has
     * @param mergeId the id by which {@link #remembers} recognizes a repeat
     * @return the items whose cells changed or were evicted
     */
    public int[] mergeFrom(VectorContent other, String mergeId) {
        LongStream otherTouches = other.cells().stream().mapToLong(MovedCell::touchedMs);
        LongStream ownTouches = Arrays.stream(touchedMs, 0, size);
        long nowMs = Math.max(timeMs, other.timeMs());
        double otherLeft = settings.interestDecay().factor(nowMs - other.timeMs())
                * Math.pow(settings.step(), (double) timesAfter(other.timeMs(), ownTouches));
        decay(nowMs, timesAfter(timeMs, otherTouches));
        IntStream.Builder changed = IntStream.builder();
        for (MovedCell cell : other.cells()) {
            changed.add(add(cell, otherLeft));
        }
        while (size > settings.maxItems()) {
            changed.add(removeAt(leastRecentlyTouched()));
        }
        addTotals(other);
        remember(mergeId);
        recomputeNorms();
        return changed.build().distinct().toArray();
    }

    private static long timesAfter(long endMs, LongStream touchesMs) {
        return touchesMs.filter(touchMs -> touchMs > endMs).distinct().count();
    }

    /** Adds the event count and the habits of another vector. */
    private void addTotals(VectorContent other) {
        events += other.events();
        habits = other.habits().map(habits::plus).orElse(habits);
    }

    private int add(MovedCell cell, double left) {
        int item = dictionary.numberOf(cell.itemId());
        int at = indexOf(item);
        if (at < 0) {
            at = append(item);
            touchedMs[at] = cell.touchedMs();
        }
        Decay decay = settings.affinityDecay();
        long laterMs = Math.max(touchedMs[at], cell.touchedMs());
        affinities[at] = affinities[at] * decay.factor(laterMs - touchedMs[at])
                + cell.affinity() * decay.factor(laterMs - cell.touchedMs());
        touchedMs[at] = laterMs;
        interests[at] += cell.interest() * left / unit;
        types[at] |= (byte) cell.types();
        return item;
    }

    private static double squaredNormAfter(double squaredNorm, double coordinate, double added) {
        return Math.max(0, squaredNorm + 2 * coordinate * added + added * added);
    }

    private void remember(String eventId) {
        if (settings.rememberedEvents() == 0) {
            return;
        }
        int kept = Math.min(recentEvents.length, settings.rememberedEvents() - 1);
        long[] next = new long[kept + 1];
        System.arraycopy(recentEvents, recentEvents.length - kept, next, 0, kept);
        next[kept] = EventFingerprint.of(eventId);
        recentEvents = next;
    }

    private VectorChange evictBeyondCapacity(int item, double added, double normBefore) {
        if (size <= settings.maxItems()) {
            return new VectorChange(item, added, normBefore, VectorChange.NOTHING, 0);
        }
        int oldest = leastRecentlyTouched();
        double evictedInterest = interests[oldest];
        int evicted = removeAt(oldest);
        recomputeNorms(); // subtraction of squares could leave only rounding errors
        return new VectorChange(item, added, normBefore, evicted, evictedInterest);
    }

    private int leastRecentlyTouched() {
        int oldest = 0;
        for (int i = 1; i < size; i++) {
            if (isOlder(i, oldest)) {
                oldest = i;
            }
        }
        return oldest;
    }

    private boolean isOlder(int index, int other) {
        if (touchedMs[index] != touchedMs[other]) {
            return touchedMs[index] < touchedMs[other];
        }
        return dictionary.compareIds(items[index], items[other]) < 0;
    }

    private void recomputeNorms() {
        double affinity = 0;
        double interest = 0;
        for (int i = 0; i < size; i++) {
            double current = affinities[i] * settings.affinityDecay().factor(timeMs - touchedMs[i]);
            affinity += current * current;
            interest += interests[i] * interests[i];
        }
        affinitySquaredNorm = affinity;
        interestSquaredNorm = interest;
    }

    private int append(int item) {
        if (size == items.length) {
            int capacity = size + size / 2;
            items = Arrays.copyOf(items, capacity);
            affinities = Arrays.copyOf(affinities, capacity);
            interests = Arrays.copyOf(interests, capacity);
            touchedMs = Arrays.copyOf(touchedMs, capacity);
            types = Arrays.copyOf(types, capacity);
        }
        items[size] = item;
        affinities[size] = 0;
        interests[size] = 0;
        touchedMs[size] = 0;
        types[size] = 0;
        return size++;
    }

    /** Returns the removed item. */
    private int removeAt(int index) {
        int item = items[index];
        size--;
        items[index] = items[size];
        affinities[index] = affinities[size];
        interests[index] = interests[size];
        touchedMs[index] = touchedMs[size];
        types[index] = types[size];
        return item;
    }

    /** The position of an item, negative if the vector does not have it. */
    public int indexOf(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                return i;
            }
        }
        return -1;
    }

    /** The item that was touched last, ties by lowest id; {@link ItemDictionary#NONE} for an empty vector. */
    public int lastTouchedItem() {
        int last = ItemDictionary.NONE;
        for (int i = 0; i < size; i++) {
            if (last == ItemDictionary.NONE || isLater(i, last)) {
                last = i;
            }
        }
        return last == ItemDictionary.NONE ? last : items[last];
    }

    private boolean isLater(int index, int other) {
        int byTime = Long.compare(touchedMs[index], touchedMs[other]);
        return byTime != 0 ? byTime > 0 : dictionary.compareIds(items[index], items[other]) < 0;
    }

    /** The number of items. */
    public int size() {
        return size;
    }

    /** The item at a position in [0, size). */
    public int item(int index) {
        return items[index];
    }

    /** The interest in the item at a position, in the vector's relative unit. */
    public double interest(int index) {
        return interests[index];
    }

    /**
     * The least interest that is not negligible against the strongest one, in the vector's relative unit.
     *
     * @param negligible a fraction of the strongest interest, in [0, 1)
     */
    public double leastInterest(double negligible) {
        double strongest = 0;
        for (int i = 0; i < size; i++) {
            strongest = Math.max(strongest, Math.abs(interests[i]));
        }
        return negligible * strongest;
    }

    /** The time of the latest event on the item at a position, in epoch milliseconds. */
    public long touchedMs(int index) {
        return touchedMs[index];
    }

    /** The types of event on the item at a position. */
    public int types(int index) {
        return types[index];
    }

    /** The L2 norm of the interests, in the vector's relative unit. */
    public double interestNorm() {
        return Math.sqrt(interestSquaredNorm);
    }

    /** The number of events in this vector: its version. */
    public long version() {
        return events;
    }

    /** The value of {@link #affinity}, without an object. */
    public double affinityAt(int index) {
        return affinities[index];
    }

    /** The affinity to the item at a position, as other users' searches see it. */
    public Affinity affinity(int index) {
        return new Affinity(affinities[index], touchedMs[index], types[index]);
    }

    /** The cell at a position in its stored form, if the last event was on its item. */
    public Cell cell(int index) {
        return new Cell(affinities[index], touchedMs[index], interests[index] * unit, timeMs, clock, types[index]);
    }

    /** The header in its stored form. */
    public Header header() {
        return new Header(
                events, clock, timeMs, affinitySquaredNorm, interestSquaredNorm * unit * unit, habits, recentEvents);
    }

    /** The approximate size of this vector on the heap, in bytes. */
    public int sizeBytes() {
        return 480 + items.length * (4 + 8 + 8 + 8 + 1) + recentEvents.length * 8;
    }
}
