package dev.kindred.vector;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.VectorContent.MovedCell;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One user's live sparse vector: the cells, decoded, and their norms.
 *
 * <p>Every cell has an <em>affinity</em>, the long-term taste that others see, and an <em>interest</em>, what the user
 * is after now. All interests fade by the same factor from event to event. So they are kept relative to one common
 * factor, and an event writes one cell and the factor. Reading {@link #interest} gives that
 * relative value; a cosine does not see the difference.
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

    private double unit = 1; // an interest as of now is its relative value times this
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

    /** A stored vector, to be filled by {@link #restore}. */
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

    /** Adds a stored cell of an item that is not here yet, its interest brought to now. */
    public void restore(String itemId, Cell cell) {
        int at = append(dictionary.numberOf(itemId));
        affinities[at] = cell.affinity();
        touchedMs[at] = cell.touchedMs();
        types[at] = (byte) cell.types();
        interests[at] = cell.interest()
                * settings.interestDecay().factor(timeMs - cell.asOfMs())
                * Math.pow(settings.step(), (double) (clock - cell.clock()));
    }

    /** Whether an event, or a merge, with this id is among the last ones that the vector remembers. */
    public boolean remembers(String eventId) {
        long fingerprint = EventFingerprint.of(eventId);
        return Arrays.stream(recentEvents).anyMatch(recent -> recent == fingerprint);
    }

    /**
     * Learns one event on one item.
     *
     * <p>The squared norm of a vector x, of which one coordinate grows by a, is
     * {@code |x|² + 2·a·x_i + a²}; both norms are kept by this recurrence. A late event adds what would be left of it by
     * now and moves no time backwards, so that affinities do not depend on the order of events.
     */
    public VectorChange learn(Interaction event) {
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
        fade(nowMs, nowMs > timeMs ? 1 : 0);
        events++;
    }

    private void fade(long nowMs, long steps) {
        if (events > 0) {
            double affinityLeft = settings.affinityDecay().factor(nowMs - timeMs);
            affinitySquaredNorm *= affinityLeft * affinityLeft;
            unit *= settings.interestDecay().factor(nowMs - timeMs);
            unit *= Math.pow(settings.step(), (double) steps);
            clock += steps;
            if (unit < SMALLEST_UNIT) {
                changeUnit();
            }
        }
        timeMs = nowMs;
    }

    private void changeUnit() {
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
        affinitySquaredNorm = grown(affinitySquaredNorm, before, added);
    }

    private double touchInterest(int at, double weight, long eventMs) {
        double added = weight * settings.interestDecay().factor(timeMs - eventMs) / unit;
        interestSquaredNorm = grown(interestSquaredNorm, interests[at], added);
        interests[at] += added;
        return added;
    }

    /**
     * Takes up what another user's vector holds, as if this user had done all of it.
     *
     * <p>Affinities add up to what one user's would be: both are brought to the later touch by the law of their decay, and
     * added. Interests depend on the order of events, of which a cell keeps the last one only. So whatever vector ended
     * earlier fades by the time until the other's end, and steps once for every time after its own end at which an item of
     * the other was last touched:
     *
     * <pre>
     * q(i) = q_own(i) * fade(now - own end) * step^n + q_other(i) * fade(now - other end) * step^m
     * </pre>
     *
     * <p>n is the number of such times in the other vector, m that in this one, and n or m is 0. That is what one user's
     * interests would be where one vector begins after the other's end, as at a sign-in, and touches no item twice. Else it
     * fades what is older a little less: an item that was touched twice has stepped twice and tells of it once.
     *
     * @param other what moves here; its owner has it no more
     * @param mergeId by which a repeat can be recognized, see {@link #remembers}
     * @return the items whose cells changed or left
     */
    public int[] takeUp(VectorContent other, String mergeId) {
        LongStream otherTouches = other.cells().stream().mapToLong(MovedCell::touchedMs);
        LongStream ownTouches = Arrays.stream(touchedMs, 0, size);
        long nowMs = Math.max(timeMs, other.timeMs());
        double otherLeft = settings.interestDecay().factor(nowMs - other.timeMs())
                * Math.pow(settings.step(), (double) timesAfter(other.timeMs(), ownTouches));
        fade(nowMs, timesAfter(timeMs, otherTouches));
        IntStream.Builder changed = IntStream.builder();
        for (MovedCell cell : other.cells()) {
            changed.add(add(cell, otherLeft));
        }
        while (size > settings.maxItems()) {
            changed.add(removeAt(leastRecentlyTouched()));
        }
        addWhole(other);
        remember(mergeId);
        recomputeNorms();
        return changed.build().distinct().toArray();
    }

    private static long timesAfter(long endMs, LongStream touchesMs) {
        return touchesMs.filter(touchMs -> touchMs > endMs).distinct().count();
    }

    /** Adds what a vector is beside its cells. */
    private void addWhole(VectorContent other) {
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

    private static double grown(double squaredNorm, double coordinate, double added) {
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
        recomputeNorms(); // subtracting squares could leave nothing but rounding errors
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

    /** Returns the item that was there. */
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

    /** The position of an item among the cells, negative if it is not there. */
    public int indexOf(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                return i;
            }
        }
        return -1;
    }

    /** The item that was touched last, of those the one with the lowest id; {@link ItemDictionary#NONE} if there is none. */
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

    /** How many items the user has. */
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
     * The least interest that is not negligible beside the strongest one, in the vector's relative unit.
     *
     * @param negligible a part of the strongest interest, in [0, 1)
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

    /** The types of event seen on the item at a position. */
    public int types(int index) {
        return types[index];
    }

    /** The L2 norm of the interests, in the vector's relative unit. */
    public double interestNorm() {
        return Math.sqrt(interestSquaredNorm);
    }

    /** How many events made this vector: its version. */
    public long version() {
        return events;
    }

    /** What others see of the item at a position. */
    public Affinity affinity(int index) {
        return new Affinity(affinities[index], touchedMs[index], types[index]);
    }

    /** The item at a position as it is to be stored, if the last event was on it. */
    public Cell cell(int index) {
        return new Cell(affinities[index], touchedMs[index], interests[index] * unit, timeMs, clock, types[index]);
    }

    /** The whole as it is to be stored. */
    public Header header() {
        return new Header(
                events, clock, timeMs, affinitySquaredNorm, interestSquaredNorm * unit * unit, habits, recentEvents);
    }

    /** Bytes that this vector takes on the heap, roughly. */
    public int sizeBytes() {
        return 480 + items.length * (4 + 8 + 8 + 8 + 1) + recentEvents.length * 8;
    }
}
