package dev.kindred.logs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The formats of catalogs, one row each. Tables may be separated by commas, semicolons, tabs, vertical bars or double
 * colons, and every file may be in UTF-8 or UTF-16, compressed with gzip or the only file of a zip archive.
 */
public enum ItemFormat {
    /** Detected from the beginning of the file; in JSON, from each object. */
    AUTO("any of the others, detected from the file", ItemShape.OWN),

    /** A table with our own names; a column that is unknown is refused. */
    CSV("a header with item_id and any of title, description, categories, ...", ItemShape.OWN),

    /** JSON objects with the fields of {@code schemas/item.avsc}; a field that is unknown is refused. */
    JSON("the JSON of POST /v1/items, one item per line, or a list", ItemShape.OWN),

    /** A feed for Google Merchant Center, which other markets take too: a table, RSS 2.0, Atom or JSON. */
    GOOGLE(
            "Google Merchant: CSV, TSV, XML (RSS or Atom) or JSON with id, title, image_link, availability, ...",
            ItemShape.of(
                            "item_id=id title=title description=description|summary|content"
                                    + " categories=product_type|google_product_category brand=brand price=price"
                                    + " currency=currency image_url=image_link available=availability",
                            "id title image_link|availability|google_product_category|product_type|condition|gtin|mpn"
                                    + "|link")
                    .keeping("link condition color size gender age_group material pattern gtin mpn item_group_id"
                            + " sale_price")),

    /** Shopify's export of products, before and after its columns got other names; {@link ProductGroups} reads it. */
    SHOPIFY(
            "Shopify's product CSV: a product in one line or, with variants and pictures, in several",
            ItemShape.of(
                            "item_id=handle|url_handle title=title description=body_html|description"
                                    + " categories=product_category|type tags=tags brand=vendor"
                                    + " price=variant_price|price currency=currency image_url=image_src|product_image_url"
                                    + " available=" + ProductGroups.AVAILABLE + " hidden=" + ProductGroups.HIDDEN,
                            "handle|url_handle title variant_price|body_html|variant_sku|vendor")
                    .keeping("type")),

    /** Products of schema.org in JSON-LD. */
    SCHEMAORG(
            "schema.org in JSON-LD: objects of the type Product, one per line, in a list, an ItemList or a @graph",
            ItemShape.of(
                            "item_id=sku|productID|productGroupID|mpn|gtin13|gtin|gtin14|gtin12|gtin8|@id|url title=name"
                                    + " description=description categories=category tags=keywords"
                                    + " brand=brand|manufacturer"
                                    + " price=offers.price|offers.lowPrice|offers.priceSpecification.price"
                                    + "|hasVariant.offers.price"
                                    + " currency=offers.priceCurrency|offers.priceSpecification.priceCurrency"
                                    + "|hasVariant.offers.priceCurrency image_url=image"
                                    + " available=offers.availability|offers.offers.availability"
                                    + "|hasVariant.offers.availability published=releaseDate|datePublished",
                            "@type|@context name")
                    .keeping("url color size material gtin13 gtin mpn")),

    /** Metadata of the products in Amazon's public reviews, of all editions. */
    AMAZON(
            "Amazon's product metadata as JSON Lines",
            ItemShape.of(
                            "item_id=parent_asin|asin title=title description=description categories=categories|category"
                                    + " brand=brand|store price=price image_url=imUrl|images.large|imageURLHighRes|image",
                            "asin|parent_asin title")
                    .withSteps());

    private static final List<ItemFormat> TABLES = List.of(GOOGLE, SHOPIFY);
    private static final List<ItemFormat> OBJECTS = List.of(SCHEMAORG, AMAZON, GOOGLE);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a shape never changes
    private final ItemShape shape;

    ItemFormat(String description, ItemShape shape) {
        this.description = description;
        this.shape = shape;
    }

    /**
     * The format of a name, in any case.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists all formats
     */
    public static ItemFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.title().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown format " + name + ": choose one of: "
                        + Arrays.stream(values())
                                .map(format -> format.title() + ": " + format.description)
                                .collect(Collectors.joining("; "))));
    }

    /** The name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    ItemShape shape() {
        return shape;
    }

    boolean isTable() {
        return this == CSV || TABLES.contains(this);
    }

    /** The format of a table with these normal names, if it is one of another system. */
    static Optional<ItemFormat> ofTable(Set<String> names) {
        return TABLES.stream().filter(format -> format.shape.fits(names)).findFirst();
    }

    /** The format of an object with these normal names, if it is one of another system. */
    static Optional<ItemFormat> ofObject(Set<String> names) {
        return OBJECTS.stream().filter(format -> format.shape.fits(names)).findFirst();
    }
}
