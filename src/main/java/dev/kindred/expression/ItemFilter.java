package dev.kindred.expression;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A filter of items, written as text:
 *
 * <pre>category under "Home &gt; Kitchen" and price &lt; 50 and brand in ("Acme", "Bolt") and in_stock</pre>
 *
 * <table>
 * <caption>Fields and operators</caption>
 * <tr><td>{@code item brand currency}</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code tag}, one must match</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code category}, one must match</td><td>{@code under = != in}</td></tr>
 * <tr><td>{@code attribute "color"}, with any name</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code price}</td><td>{@code < <= > >= = !=}</td></tr>
 * <tr><td>{@code newer than 30 d}, {@code older than 2 w}</td><td>since the item is on sale</td></tr>
 * <tr><td>{@code in_stock}</td><td></td></tr>
 * </table>
 */
public final class ItemFilter extends Filter<Item> {

    private static final Fields<Item> FIELDS = Fields.<Item>none()
            .words("item", item -> List.of(item.itemId()))
            .words("brand", item -> present(item.brand()))
            .words(
                    "currency",
                    item -> item.price().map(Price::currency).map(List::of).orElse(List.of()))
            .words("tag", Item::tags)
            .paths("category", Item::categories)
            .namedWords("attribute", Item::attributes)
            .number("price", item -> item.price().map(Price::amount).orElse(Double.NaN))
            .newer("newer", Item::publishedMs)
            .older("older", Item::publishedMs)
            .flag("in_stock", Item::available);

    private static final ItemFilter EVERYTHING = new ItemFilter("");

    private ItemFilter(String text) {
        super(FIELDS, text);
    }

    /** Accepts every item; its text is empty. */
    public static ItemFilter everything() {
        return EVERYTHING;
    }

    /** The items in a category and below it, as {@code category under "Home > Kitchen"} selects them. */
    public static Predicate<Item> under(String category) {
        String root = Fields.TextField.withSteps(category);
        return item -> item.categories().stream().anyMatch(path -> Fields.TextField.isUnder(path, root));
    }

    /**
     * Reads a filter.
     *
     * @throws ExpressionException if the text is invalid; states the position and the correction
     */
    public static ItemFilter parse(String text) {
        return text.isBlank() ? EVERYTHING : new ItemFilter(text);
    }

    private static Collection<String> present(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
