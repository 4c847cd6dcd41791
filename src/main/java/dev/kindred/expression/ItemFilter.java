package dev.kindred.expression;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice among items, as a person wrote it:
 *
 * <pre>category under "Home &gt; Kitchen" and price &lt; 50 and brand in ("Acme", "Bolt") and in_stock</pre>
 *
 * <p>It is checked when it is read and cannot fail later: what an item lacks, a price for instance, makes each comparison
 * with it false. Case does not matter. Two filters are equal if they were written alike. Safe for many threads.
 *
 * <table>
 * <caption>What can be asked</caption>
 * <tr><td>{@code item brand currency}</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code tag}, of which one has to match</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code category}, of which one has to match</td><td>{@code under = != in}</td></tr>
 * <tr><td>{@code attribute "color"}, with any name</td><td>{@code = != in}</td></tr>
 * <tr><td>{@code price}</td><td>{@code < <= > >= = !=}</td></tr>
 * <tr><td>{@code newer than 30 d}, {@code older than 2 w}</td><td>since it is sold</td></tr>
 * <tr><td>{@code in_stock}</td><td></td></tr>
 * </table>
 */
public final class ItemFilter {

    private static final Map<String, Field<Item>> FIELDS = Map.of(
            "item", new TextField<>(item -> List.of(item.itemId()), false),
            "brand", new TextField<>(item -> present(item.brand()), false),
            "currency",
                    new TextField<>(
                            item -> item.price()
                                    .map(Price::currency)
                                    .map(List::of)
                                    .orElse(List.of()),
                            false),
            "tag", new TextField<>(Item::tags, false),
            "category", new TextField<>(Item::categories, true),
            "attribute", new NamedTextField<>(Item::attributes),
            "price", new NumberField<>(item -> item.price().map(Price::amount).orElse(Double.NaN)),
            "newer", new AgeField<>(Item::publishedMs, true),
            "older", new AgeField<>(Item::publishedMs, false),
            "in_stock", new FlagField<>(Item::available));

    private static final ItemFilter EVERYTHING = new ItemFilter("", new Expression<>((item, nowMs) -> true, true));

    private final String text;
    private final Expression<Item> expression;

    private ItemFilter(String text, Expression<Item> expression) {
        this.text = text;
        this.expression = expression;
    }

    /** Accepts every item; written as an empty text. */
    public static ItemFilter everything() {
        return EVERYTHING;
    }

    /**
     * Reads a filter.
     *
     * @throws ExpressionException if it is not well written; says where and how to write it
     */
    public static ItemFilter parse(String text) {
        return text.isBlank() ? EVERYTHING : new ItemFilter(text, new Parser<>(FIELDS, text).parse());
    }

    private static Collection<String> present(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /**
     * Whether an item is chosen.
     *
     * @param nowMs the moment from which its age counts, in epoch milliseconds
     */
    public boolean accepts(Item item, long nowMs) {
        return expression.condition().holds(item, nowMs);
    }

    /** The same of an item that may be unknown: then every comparison is false. */
    public boolean accepts(Optional<Item> item, long nowMs) {
        return item.isPresent() ? accepts(item.get(), nowMs) : expression.ofUnknown();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemFilter filter && filter.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
