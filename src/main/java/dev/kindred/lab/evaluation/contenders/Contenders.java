package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.model.Strategy;
import dev.kindred.recommend.RecommendSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contenders by name: a new contender adds one line here. */
public final class Contenders {

    /** The product itself. */
    public static final String USER_BASED = "user-based";

    /** The contender that needs the content of items. */
    public static final String CONTENT_BASED = "content-based";

    private static final Map<String, Function<ContenderSettings, Contender>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put(USER_BASED, Product::userBased);
        BY_NAME.put("item-based", settings -> filledUp(new ItemBasedHistory(settings.model()), settings));
        BY_NAME.put("popular", settings -> SameForAll.popular(settings.model().recommend()));
        BY_NAME.put("sequence-based", settings -> Product.alone(Strategy.SEQUENCE_BASED, settings));
        BY_NAME.put("recent", settings -> SameForAll.recent(settings.model().recommend()));
        BY_NAME.put(
                "item-based-last-click",
                settings -> filledUp(new ItemBasedLastClick(settings.model().recommend()), settings));
        BY_NAME.put(CONTENT_BASED, settings -> filledUp(new ByContent(settings), settings));
        BY_NAME.put("blend", Product::blended);
        BY_NAME.put("learned-ranker", Product::ranked);
    }

    private Contenders() {}

    /** All names, the product first. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Refuses a name that no contender has.
     *
     * @throws IllegalArgumentException if so; the message lists all names
     */
    public static void requireKnown(String name) {
        if (!BY_NAME.containsKey(name)) {
            throw new IllegalArgumentException("unknown " + name + "; choose from " + String.join(", ", names()));
        }
    }

    /**
     * A contender that has not seen any event.
     *
     * @throws IllegalArgumentException if no contender has this name; the message lists all names
     */
    public static Contender create(String name, ContenderSettings settings) {
        Function<ContenderSettings, Contender> constructor = BY_NAME.get(name);
        if (constructor == null) {
            throw new IllegalArgumentException(
                    "unknown strategy " + name + ": choose one of " + String.join(", ", BY_NAME.keySet()));
        }
        return constructor.apply(settings);
    }

    private static Contender filledUp(Contender contender, ContenderSettings settings) {
        RecommendSettings recommend = settings.model().recommend();
        return new FilledUp(contender, SameForAll.popular(recommend), recommend.size());
    }

    /** A contender whose short lists are filled up by another one. */
    private record FilledUp(Contender first, Contender second, int size) implements Contender {

        @Override
        public void learn(Interaction event) {
            first.learn(event);
            second.learn(event);
        }

        @Override
        public void observe(Interaction event) {
            first.observe(event);
            second.observe(event);
        }

        @Override
        public List<String> recommend(String userId, long asOfMs) {
            List<String> list = first.recommend(userId, asOfMs);
            if (list.size() >= size) {
                return list;
            }
            return Stream.concat(list.stream(), second.recommend(userId, asOfMs).stream())
                    .distinct()
                    .limit(size)
                    .toList();
        }
    }
}
