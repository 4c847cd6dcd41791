package dev.kindred.lab.demo;

import dev.kindred.model.Interaction;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The output of the demo. */
final class Screen {

    private static final int SHOWN_ITEMS = 3;

    private final PrintWriter out;

    Screen(PrintWriter out) {
        this.out = out;
    }

    void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    void progress(long sent, long total, double perSecond, long lists) {
        say("%n%,9d of %,d events   %,7.0f/s   %,9d refreshed lists", sent, total, perSecond, lists);
    }

    void shopper(List<Interaction> actions, Recommendations list, Queries queries) {
        say("  %s  %s", list.userId(), actions.stream().map(Screen::action).collect(Collectors.joining(", ")));
        list.items().stream()
                .limit(SHOWN_ITEMS)
                .forEach(
                        item -> say("    %d. %-16s %s%s", item.rank(), item.itemId(), title(item, queries), why(item)));
    }

    private static String action(Interaction event) {
        return event.type().name().toLowerCase(Locale.ROOT) + " " + event.itemId();
    }

    /** The title in its own column, if there is one. */
    private static String title(RecommendedItem item, Queries queries) {
        String title = title(item.itemId(), queries);
        return title.isEmpty() ? "" : String.format(Locale.ROOT, "%-44s ", title);
    }

    /** The title in the catalog of the running application; empty if there is none. */
    private static String title(String itemId, Queries queries) {
        try {
            return queries.item(itemId).title();
        } catch (QueryException e) {
            return "";
        }
    }

    private static String why(RecommendedItem item) {
        if (item.strategy() == Strategy.POPULAR) {
            return "popular";
        }
        String reasons = item.reasons().stream()
                .filter(reason -> reason.share() >= 0.01)
                .map(reason -> String.format(Locale.ROOT, "%s %.0f %%", name(reason, item), 100 * reason.share()))
                .collect(Collectors.joining(", "));
        if (reasons.isEmpty()) { // each rests on too few shoppers to be told
            return "liked by similar shoppers";
        }
        String supporters = item.similarUsers() == 0 ? "" : "; " + item.similarUsers() + " similar shoppers";
        return "because of " + reasons + supporters;
    }

    private static String name(Reason reason, RecommendedItem item) {
        return reason.itemId().equals(item.itemId()) ? "interest shown before" : reason.itemId();
    }

    void summary(long sent, Duration elapsed, ListWatcher lists) {
        double perSecond = lists.count() / Math.max(0.001, elapsed.toMillis() / 1000.0);
        say(
                "%n%,d events sent, %,d lists refreshed in %.1f s (%,.0f/s)",
                sent, lists.count(), seconds(elapsed), perSecond);
        say("from event to list: p50 %d ms, p99 %d ms", lists.latencyMs(50), lists.latencyMs(99));
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toMillis() / 1000.0;
    }
}
