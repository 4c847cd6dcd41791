package dev.kindred.lab.evaluation.contenders;

import dev.kindred.recommend.RecommendSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The contenders by name: a new contender adds one line here. */
public final class Contenders {

    /** The product itself. */
    public static final String USER_BASED = "user-based";

    /** The contender that needs the content of items. */
    public static final String CONTENT_BASED = "content-based";

    private static final Map<String, Function<ModelSettings, Contender>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put(USER_BASED, Product::userBased);
        BY_NAME.put("item-based", settings -> filledUp(new ItemBasedHistory(settings), settings));
        BY_NAME.put("popular", settings -> new Popular(settings.recommend()));
        BY_NAME.put("recent", settings -> new Recent(settings.recommend()));
        BY_NAME.put(
                "item-based-last-click", settings -> filledUp(new ItemBasedLastClick(settings.recommend()), settings));
        BY_NAME.put(CONTENT_BASED, settings -> filledUp(new ByContent(settings), settings));
        BY_NAME.put("blend", Product::blended);
    }

    private Contenders() {}

    /** All names, the product first. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * A contender that has not seen any event.
     *
     * @throws IllegalArgumentException if no contender has this name; the message lists all names
     */
    public static Contender create(String name, ModelSettings settings) {
        Function<ModelSettings, Contender> constructor = BY_NAME.get(name);
        if (constructor == null) {
            throw new IllegalArgumentException(
                    "unknown strategy " + name + ": choose one of " + String.join(", ", BY_NAME.keySet()));
        }
        return constructor.apply(settings);
    }

    private static Contender filledUp(Contender contender, ModelSettings settings) {
        RecommendSettings recommend = settings.recommend();
        return new FilledUp(contender, new Popular(recommend), recommend.size());
    }
}
