package dev.kindred.http.api;

import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Explains in a sentence why an item is shown, from the templates of a language. No sentence reveals another person:
 * withheld numbers are not in it.
 */
final class Sentences {

    private static final String TEMPLATES = "dev.kindred.http.api.sentences";
    private static final int OWN_ITEMS = 2; // more do not improve the reason
    private static final int TERMS = 3;

    private final Locale language;
    private final ResourceBundle templates;
    private final UnaryOperator<String> titleOf;

    /**
     * Sentences in a language.
     *
     * @param titleOf the title of the item with an id
     */
    Sentences(Locale language, UnaryOperator<String> titleOf) {
        this.language = language;
        this.templates = ResourceBundle.getBundle(
                TEMPLATES,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.titleOf = titleOf;
    }

    /**
     * A sentence on an item.
     *
     * @param trendPosition its place among what is trending, from 1, if it has one
     */
    String on(RecommendedItem item, OptionalInt trendPosition) {
        String own = own(item.reasons());
        if (own.isEmpty()) {
            return switch (item.strategy()) {
                case TRENDING -> trending(trendPosition);
                case RECENT -> say("recent");
                default -> say("popular");
            };
        }
        return switch (item.strategy()) {
            case USER_BASED ->
                item.similarUsers() > 0 ? say("neighbors", own, item.similarUsers()) : say("neighbors.withheld", own);
            case SEQUENCE_BASED -> say("successor", own);
            case ITEM_BASED -> say("similar", own);
            case CONTENT_BASED -> item.terms().isEmpty() ? say("similar", own) : say("alike", own, terms(item));
            case TRENDING -> trending(trendPosition);
            case RECENT -> say("recent");
            case POPULAR -> say("popular");
        };
    }

    private String trending(OptionalInt position) {
        return position.isPresent() ? say("trending.position", position.getAsInt()) : say("trending");
    }

    private String own(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.share() > 0)
                .limit(OWN_ITEMS)
                .map(reason -> titleOf.apply(reason.itemId()))
                .collect(Collectors.joining(say("and")));
    }

    private String terms(RecommendedItem item) {
        return item.terms().stream().limit(TERMS).collect(Collectors.joining(say("comma")));
    }

    private String say(String key, Object... values) {
        return new MessageFormat(templates.getString(key), language).format(values);
    }
}
