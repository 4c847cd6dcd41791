package dev.kindred.feedback;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The items that were lately shown to one user, and the user's events on them. The outcomes are a function of these sets, so they do not
 * depend on the order in which events come, nor on how often: a change adds the outcomes after it and takes away those
 * before.
 *
 * <p>A touch that names a list belongs to that list, where it makes its item shown, beacon or not. Any other touch belongs to
 * the last impression of its item in the window before it; of two at the same time, to the list with the greater key.
 *
 * <p>Mutable, not thread safe.
 */
public final class UserFeedback {

    /** Nobody looks at more in a day. A bound of memory, for robots below the limit of each minute. */
    static final int MAX_IMPRESSIONS = 5_000;

    private static final long MINUTE_MS = 60_000;
    private static final String UNKNOWN_SCENARIO = "unknown";
    private static final Set<InteractionType> COUNTED =
            Set.of(InteractionType.BROWSE, InteractionType.CLICK, InteractionType.CART, InteractionType.PURCHASE);

    private final Map<String, ShownList> lists = new LinkedHashMap<>(); // by key
    private final Set<Touch> touches = new LinkedHashSet<>();
    private long latestMs;

    /** Nothing shown, nothing done. */
    public UserFeedback() {
        this(Long.MIN_VALUE, List.of(), List.of());
    }

    /** The feedback in its stored form. */
    public UserFeedback(long latestMs, Collection<ShownList> lists, Collection<Touch> touches) {
        this.latestMs = latestMs;
        lists.forEach(list -> this.lists.put(list.key(), list));
        this.touches.addAll(touches);
    }

    /** The time of the latest event, in epoch milliseconds. */
    public long latestMs() {
        return latestMs;
    }

    public Collection<ShownList> lists() {
        return lists.values();
    }

    public Collection<Touch> touches() {
        return touches;
    }

    /**
     * Takes an event into account.
     *
     * @param origin of the list that the event names, if it is one of this deployment
     * @param arrivedMs when the event came to the broker: clocks of browsers are off, so no event counts as later than
     *     that, nor as earlier than its list was made
     * @param changes receives what is added to the outcomes
     */
    public FeedbackResult add(
            Interaction event,
            Optional<ListOrigin> origin,
            long arrivedMs,
            FeedbackSettings settings,
            Map<OutcomeKey, OutcomeSums> changes) {
        boolean isImpression = event.type() == InteractionType.IMPRESSION;
        if (!isImpression && !COUNTED.contains(event.type())) {
            return FeedbackResult.IGNORED;
        }
        long madeMs = origin.map(ListOrigin::timeMs).orElse(Long.MIN_VALUE);
        long timeMs = Math.min(Math.max(event.timestampMs(), madeMs), arrivedMs);
        if (latestMs != Long.MIN_VALUE && timeMs < latestMs - settings.grace().toMillis()) {
            return FeedbackResult.LATE;
        }
        latestMs = Math.max(latestMs, timeMs);
        expire(settings);
        Map<OutcomeKey, OutcomeSums> before = outcomes(settings);
        FeedbackResult result =
                isImpression ? show(event, origin, timeMs, settings) : touch(event, origin, timeMs, settings);
        if (result == FeedbackResult.COUNTED || result == FeedbackResult.REPEATED) {
            addChanges(before, settings, changes);
        }
        return result;
    }

    /**
     * Takes over the feedback of another user who is the same person. The outcomes of both are counted before, and become those of one
     * user with the events of both: a touch may belong to a list that the other was shown.
     *
     * @param other is not used afterwards
     * @param changes receives what is added to the outcomes
     */
    public void mergeFrom(UserFeedback other, FeedbackSettings settings, Map<OutcomeKey, OutcomeSums> changes) {
        Map<OutcomeKey, OutcomeSums> before = outcomes(settings);
        other.outcomes(settings).forEach((key, sums) -> before.merge(key, sums, OutcomeSums::plus));
        latestMs = Math.max(latestMs, other.latestMs);
        other.lists.forEach((key, list) -> lists.merge(key, list, ShownList::with));
        touches.addAll(other.touches);
        addChanges(before, settings, changes);
    }

    private void addChanges(
            Map<OutcomeKey, OutcomeSums> before, FeedbackSettings settings, Map<OutcomeKey, OutcomeSums> changes) {
        Map<OutcomeKey, OutcomeSums> after = outcomes(settings);
        after.forEach((key, sums) -> change(key, sums.minus(before.getOrDefault(key, OutcomeSums.NONE)), changes));
        before.forEach((key, sums) -> {
            if (!after.containsKey(key)) {
                change(key, OutcomeSums.NONE.minus(sums), changes);
            }
        });
    }

    /** Whether nothing is remembered. */
    public boolean isEmpty() {
        return lists.isEmpty() && touches.isEmpty();
    }

    /** Forgets the list that was shown before all others. */
    public void forgetOldestList() {
        lists.values().stream()
                .min(Comparator.comparingLong(ShownList::latestMs).thenComparing(ShownList::key))
                .ifPresent(oldest -> lists.remove(oldest.key()));
    }

    private static void change(OutcomeKey key, OutcomeSums change, Map<OutcomeKey, OutcomeSums> changes) {
        if (!change.equals(OutcomeSums.NONE)) {
            changes.merge(key, change, OutcomeSums::plus);
        }
    }

    /** Forgets lists as a whole, when nothing can change what they achieved. Their outcomes stay counted. */
    private void expire(FeedbackSettings settings) {
        long fromMs = latestMs - settings.retentionMs();
        lists.values().removeIf(list -> list.latestMs() < fromMs);
        touches.removeIf(touch -> touch.timeMs() < fromMs
                && lists.values().stream().noneMatch(list -> list.items().containsKey(touch.itemId())));
    }

    private FeedbackResult show(
            Interaction event, Optional<ListOrigin> origin, long timeMs, FeedbackSettings settings) {
        String key = listKey(event, origin, timeMs);
        ShownList known = lists.get(key);
        Impression shown = new Impression(event.list().position().orElse(0), timeMs);
        if (known != null && known.items().containsKey(event.itemId())) {
            known.items().merge(event.itemId(), shown, Impression::with);
            return FeedbackResult.REPEATED;
        }
        if (isRobot(timeMs, settings)) {
            return FeedbackResult.CAPPED;
        }
        list(key, event, origin, timeMs).items().put(event.itemId(), shown);
        return FeedbackResult.COUNTED;
    }

    private boolean isRobot(long timeMs, FeedbackSettings settings) {
        long minute = Math.floorDiv(timeMs, MINUTE_MS);
        int all = 0;
        int inMinute = 0;
        for (ShownList list : lists.values()) {
            all += list.items().size();
            for (Impression shown : list.items().values()) {
                inMinute += Math.floorDiv(shown.timeMs(), MINUTE_MS) == minute ? 1 : 0;
            }
        }
        return inMinute >= settings.maxPerMinute() || all >= MAX_IMPRESSIONS;
    }

    private FeedbackResult touch(
            Interaction event, Optional<ListOrigin> origin, long timeMs, FeedbackSettings settings) {
        String key = origin.isPresent() ? event.list().listId().orElseThrow() : "";
        Touch touch = new Touch(
                event.itemId(),
                event.type(),
                timeMs,
                OutcomeSums.units(event.amount().orElse(0)),
                key);
        if (touches.contains(touch)) {
            return FeedbackResult.REPEATED;
        }
        if (isRobot(timeMs, settings) || touches.size() >= MAX_IMPRESSIONS) {
            return FeedbackResult.CAPPED;
        }
        touches.add(touch);
        if (origin.isPresent()) {
            list(key, event, origin, timeMs)
                    .items()
                    .merge(
                            event.itemId(),
                            new Impression(event.list().position().orElse(0), timeMs),
                            Impression::with);
        }
        return FeedbackResult.COUNTED;
    }

    private ShownList list(String key, Interaction event, Optional<ListOrigin> origin, long timeMs) {
        return lists.computeIfAbsent(
                key,
                absent -> ShownList.of(key, origin.orElseGet(() -> named(event.list(), timeMs)), origin.isPresent()));
    }

    private static ListOrigin named(ListReference list, long timeMs) {
        return new ListOrigin(
                timeMs, list.scenario().orElse(UNKNOWN_SCENARIO), list.variant(), OptionalDouble.empty(), List.of());
    }

    private static String listKey(Interaction event, Optional<ListOrigin> origin, long timeMs) {
        ListReference list = event.list();
        return origin.isPresent()
                ? list.listId().orElseThrow()
                : list.scenario().orElse(UNKNOWN_SCENARIO) + "|"
                        + list.variant().orElse("") + "|"
                        + Instant.ofEpochMilli(timeMs).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The outcomes of all lists that are remembered. */
    Map<OutcomeKey, OutcomeSums> outcomes(FeedbackSettings settings) {
        Map<String, Map<String, List<Touch>>> byList = attributed(settings);
        Map<OutcomeKey, OutcomeSums> outcomes = new HashMap<>();
        Set<OutcomeKey> seen = new HashSet<>();
        for (ShownList list : lists.values()) {
            Map<String, List<Touch>> ofList = byList.getOrDefault(list.key(), Map.of());
            list.items()
                    .forEach((itemId, shown) -> outcomes.merge(
                            list.itemKey(shown), ofItem(ofList.getOrDefault(itemId, List.of())), OutcomeSums::plus));
            List<Touch> all =
                    ofList.values().stream().flatMap(Collection::stream).toList();
            outcomes.merge(list.wholeKey(), ofList(all, seen.add(list.wholeKey())), OutcomeSums::plus);
        }
        return outcomes;
    }

    /** The touches of lists, by the key of the list and the item. */
    private Map<String, Map<String, List<Touch>>> attributed(FeedbackSettings settings) {
        Map<String, Map<String, List<Touch>>> byList = new HashMap<>();
        for (Touch touch : touches) {
            owner(touch, settings)
                    .ifPresent(list -> byList.computeIfAbsent(list.key(), key -> new HashMap<>())
                            .computeIfAbsent(touch.itemId(), item -> new ArrayList<>())
                            .add(touch));
        }
        return byList;
    }

    /** The items of the remembered lists that were touched, by the key of the list. */
    public Map<String, Set<String>> touchedItems(FeedbackSettings settings) {
        Map<String, Set<String>> touched = new HashMap<>();
        attributed(settings).forEach((list, items) -> touched.put(list, Set.copyOf(items.keySet())));
        return touched;
    }

    /**
     * The number of remembered lists that showed an item since the user's last touch of it, by item.
     *
     * @param vectorTouchMs the time of the last touch of an item of any type, in epoch milliseconds; the least long without one
     */
    public Map<String, Integer> untouched(ToLongFunction<String> vectorTouchMs) {
        Map<String, Long> touchedMs = new HashMap<>();
        touches.forEach(touch -> touchedMs.merge(touch.itemId(), touch.timeMs(), Math::max));
        Map<String, Integer> lists = new HashMap<>();
        for (ShownList list : this.lists.values()) {
            list.items().forEach((itemId, shown) -> {
                long lastMs =
                        Math.max(touchedMs.getOrDefault(itemId, Long.MIN_VALUE), vectorTouchMs.applyAsLong(itemId));
                if (shown.timeMs() > lastMs) {
                    lists.merge(itemId, 1, Integer::sum);
                }
            });
        }
        return lists;
    }

    private Optional<ShownList> owner(Touch touch, FeedbackSettings settings) {
        if (!touch.list().isEmpty()) {
            return Optional.ofNullable(lists.get(touch.list()));
        }
        long fromMs = touch.timeMs() - settings.window().toMillis();
        return lists.values().stream()
                .filter(list -> isBefore(list.items().get(touch.itemId()), fromMs, touch.timeMs()))
                .max(Comparator.comparingLong((ShownList list) -> timeMs(list, touch.itemId()))
                        .thenComparing(ShownList::key));
    }

    private static boolean isBefore(@Nullable Impression shown, long fromMs, long untilMs) {
        return shown != null && shown.timeMs() >= fromMs && shown.timeMs() <= untilMs;
    }

    private static long timeMs(ShownList list, String itemId) {
        Impression shown = list.items().get(itemId);
        return shown == null ? Long.MIN_VALUE : shown.timeMs();
    }

    private static OutcomeSums ofItem(List<Touch> all) {
        return OutcomeSums.ofItem(
                isClicked(all), has(InteractionType.CART, all), has(InteractionType.PURCHASE, all), revenue(all));
    }

    private static OutcomeSums ofList(List<Touch> all, boolean isFirstOfUser) {
        return OutcomeSums.ofList(isClicked(all), has(InteractionType.PURCHASE, all), revenue(all), isFirstOfUser);
    }

    /** A shop may count the click, the page that it opens, or both. */
    private static boolean isClicked(List<Touch> all) {
        return has(InteractionType.CLICK, all) || has(InteractionType.BROWSE, all);
    }

    private static boolean has(InteractionType type, List<Touch> all) {
        return all.stream().anyMatch(touch -> touch.type() == type);
    }

    private static long revenue(List<Touch> all) {
        return all.stream().mapToLong(Touch::revenue).sum();
    }
}
