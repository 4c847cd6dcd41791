package dev.kindred.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.intake.Decimals;
import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The products of Shopify's export. A product has a line with its title, and further lines with the same handle for its
 * variants and pictures. A product is returned as a JSON object with the texts of its lines in lists by the names of the
 * columns, as the line where it begins, and with two fields that Shopify spreads over several columns:
 * {@link #AVAILABLE} and {@link #HIDDEN}.
 *
 * <p>Where the user takes the id from another column than the handle, such as the SKU, each variant is an item: it has
 * what its product says, and a line without such an id is a picture.
 */
final class ProductGroups {

    static final String AVAILABLE = "kindred_available";
    static final String HIDDEN = "kindred_hidden";

    private static final int MAX_LINES = 10_000; // of a product
    private static final Set<String> DRAFTS = Set.of("draft", "archived", "unlisted");

    /** The columns that a variant takes from its product. */
    private static final Set<String> OF_PRODUCT = Set.of(
            "title",
            "handle",
            "urlhandle",
            "bodyhtml",
            "description",
            "vendor",
            "productcategory",
            "type",
            "tags",
            "published",
            "publishedononlinestore",
            "status",
            "imagesrc",
            "productimageurl");

    private record Row(Line line, List<String> fields) {}

    private final QuotedLines lines;
    private final FieldSplitter splitter;
    private final List<String> names;
    private final int handle;
    private final int title;
    private final int price;
    private final int variantId; // -1 if a product is an item
    private final Deque<Line> ready = new ArrayDeque<>(); // read, but not yet returned
    private @Nullable Row ahead;

    /**
     * The products under a header.
     *
     * @param id the column that the user names, if any
     */
    ProductGroups(QuotedLines lines, Header header, Optional<String> id) {
        this.lines = lines;
        this.splitter = new FieldSplitter(header.separator());
        this.names = header.names();
        this.handle = position("handle", "url_handle");
        this.title = position("title");
        this.price = position("variant_price", "price");
        int given = id.map(this::position).orElse(-1);
        this.variantId = given == handle ? -1 : given;
    }

    private int position(String... candidates) {
        for (String candidate : candidates) {
            int position = ItemShape.position(names, candidate);
            if (position >= 0) {
                return position;
            }
        }
        return -1;
    }

    /** The next product or variant, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        while (ready.isEmpty()) {
            Row first = take();
            if (first == null) {
                return null;
            }
            List<Row> product = product(first);
            if (variantId < 0) {
                ready.addFirst(new Line(first.line().number(), json(product), null));
            } else {
                variants(product);
            }
        }
        return ready.remove();
    }

    /** The next line with all fields; others are made ready with their problem. */
    private @Nullable Row take() throws IOException {
        Row row = ahead;
        ahead = null;
        while (row == null) {
            Line line = lines.next();
            if (line == null) {
                return null;
            }
            row = row(line);
        }
        return row;
    }

    private @Nullable Row row(Line line) {
        if (line.isBlank()) {
            return null;
        }
        if (line.problem() != null) {
            ready.add(line);
            return null;
        }
        try {
            List<String> fields = splitter.split(line.text());
            if (fields.size() == names.size()) {
                return new Row(line, fields);
            }
            ready.add(new Line(line.number(), "", "line has " + fields.size() + " fields instead of " + names.size()));
        } catch (RejectedLineException e) {
            ready.add(new Line(line.number(), "", String.valueOf(e.getMessage())));
        }
        return null;
    }

    private List<Row> product(Row first) throws IOException {
        List<Row> rows = new ArrayList<>(List.of(first));
        for (Row row = take(); row != null; row = take()) {
            if (!continues(first, row)) {
                ahead = row;
                break;
            }
            if (rows.size() < MAX_LINES) {
                rows.add(row);
            } else {
                ready.add(new Line(
                        row.line().number(), "", "line is of a product with more than " + MAX_LINES + " lines"));
            }
        }
        return rows;
    }

    private boolean continues(Row first, Row row) {
        String own = row.fields().get(handle);
        return !own.isEmpty()
                && own.equals(first.fields().get(handle))
                && (row.fields().get(title).isEmpty()
                        || row.fields().get(title).equals(first.fields().get(title)));
    }

    @SuppressWarnings("ReferenceEquality") // the first row is itself only: an equal one may follow
    private void variants(List<Row> product) {
        Row first = product.get(0);
        for (Row row : product) {
            if (row == first || !row.fields().get(variantId).isEmpty()) {
                List<String> fields = new ArrayList<>(row.fields());
                for (int i = 0; i < fields.size(); i++) {
                    if (fields.get(i).isEmpty() && OF_PRODUCT.contains(ItemShape.normal(names.get(i)))) {
                        fields.set(i, first.fields().get(i));
                    }
                }
                ready.add(new Line(row.line().number(), json(List.of(new Row(row.line(), fields))), null));
            }
        }
    }

    private String json(List<Row> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            ArrayNode texts = JsonNodeFactory.instance.arrayNode();
            for (Row row : rows) {
                texts.add(row.fields().get(i));
            }
            json.set(names.get(i), texts);
        }
        json.put(AVAILABLE, rows.stream().anyMatch(this::isAvailable) ? "yes" : "no");
        json.put(HIDDEN, isHidden(rows.get(0)) ? "yes" : "no");
        return json.toString();
    }

    /** A variant without a tracker, or that may be sold without stock, is always available; a picture never is. */
    private boolean isAvailable(Row row) {
        int stock = position("variant_inventory_qty", "inventory_quantity");
        int tracker = position("variant_inventory_tracker", "inventory_tracker");
        int policy = position("variant_inventory_policy", "continue_selling_when_out_of_stock");
        boolean isVariant = price < 0 || !row.fields().get(price).isEmpty();
        boolean isCounted = stock >= 0
                && !row.fields().get(stock).isEmpty()
                && (tracker < 0 || !row.fields().get(tracker).isEmpty());
        boolean goesOn = policy >= 0 && Set.of("continue", "true").contains(lower(row, policy));
        return isVariant
                && (!isCounted
                        || goesOn
                        || Decimals.parse(row.fields().get(stock)).orElse(0) > 0);
    }

    private boolean isHidden(Row row) {
        int status = position("status");
        int published = position("published", "published_on_online_store");
        return (status >= 0 && DRAFTS.contains(lower(row, status)))
                || (published >= 0 && lower(row, published).equals("false"));
    }

    private static String lower(Row row, int column) {
        return row.fields().get(column).toLowerCase(Locale.ROOT);
    }
}
