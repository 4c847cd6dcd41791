package dev.kindred.lab.evaluation.contenders;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.recommend.RecommendSettings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recommends the items most similar to the user's last item by their users; none for a user without items.
 *
 * <p>The cosine of two columns of zeros and ones, {@code |U_i ∩ U_j| / √(|U_i|·|U_j|)}. Source: Linden, Smith and York,
 * <em>Amazon.com Recommendations: Item-to-Item Collaborative Filtering</em>, IEEE Internet Computing 7 (2003).
 */
final class ItemBasedLastClick implements Contender {

    private final RecommendSettings settings;
    private final Histories histories = new Histories();
    private final ItemDictionary items = new ItemDictionary();
    private final List<IntArrayList> usersOfItem = new ArrayList<>(); // by item; distinct users, as numbers
    private final UserRows rows = new UserRows();
    private final Accumulator common = new Accumulator(); // by item: users in common with the last item
    private final TopK top;
    private final int[] best;

    ItemBasedLastClick(RecommendSettings settings) {
        this.settings = settings;
        this.top = new TopK(settings.size(), items::compareIds);
        this.best = new int[settings.size()];
    }

    @Override
    public void learn(Interaction event) {
        histories.add(event);
        int item = items.numberOf(event.itemId());
        int user = rows.numberOf(event.userId());
        if (rows.add(user, item)) {
            columnOf(item).add(user);
        }
    }

    @Override
    public void observe(Interaction event) {
        histories.add(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        History history = histories.of(userId);
        return history.lastItem().map(last -> mostSimilarTo(last, history)).orElse(List.of());
    }

    private List<String> mostSimilarTo(String lastItem, History history) {
        int last = items.numberOf(lastItem);
        IntArrayList users = columnOf(last);
        countUsersInCommon(users);
        for (int i = 0; i < common.size(); i++) {
            int item = common.id(i);
            if (item != last && !history.excludes(items.idOf(item), settings.excludes())) {
                top.offer(
                        item,
                        common.sum(item)
                                / Math.sqrt(
                                        (double) users.size() * columnOf(item).size()));
            }
        }
        common.clear();
        return drain();
    }

    private void countUsersInCommon(IntArrayList users) {
        common.ensureCapacity(items.size());
        for (int i = 0; i < users.size(); i++) {
            IntArrayList row = rows.of(users.getInt(i));
            for (int j = 0; j < row.size(); j++) {
                common.add(row.getInt(j), 1);
            }
        }
    }

    private List<String> drain() {
        int found = top.drain(best);
        List<String> list = new ArrayList<>(found);
        for (int place = 0; place < found; place++) {
            list.add(items.idOf(best[place]));
        }
        return list;
    }

    private IntArrayList columnOf(int item) {
        while (usersOfItem.size() <= item) {
            usersOfItem.add(new IntArrayList());
        }
        return usersOfItem.get(item);
    }

    /** The distinct items of every user, in the order of their first touch; users and items as numbers. */
    private static final class UserRows {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<IntArrayList> rows = new ArrayList<>();

        /** The number of a user; a new user gets the next one. */
        int numberOf(String userId) {
            return numbers.computeIfAbsent(userId, u -> {
                rows.add(new IntArrayList());
                return rows.size() - 1;
            });
        }

        /** Adds an item to a user's row. Returns whether it is new. */
        boolean add(int user, int item) {
            IntArrayList row = rows.get(user);
            return !row.contains(item) && row.add(item);
        }

        IntArrayList of(int user) {
            return rows.get(user);
        }
    }
}
