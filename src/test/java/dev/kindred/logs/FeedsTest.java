package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds of other systems. */
final class FeedsTest {

    private static final long NOW_MS = 1_700_000_000_000L;

    /** As in {@link #GOOGLE_HEADER}. */
    private static final Item MUG = mug(Map.of("link", "https://s.example/1"));

    private static final String GOOGLE_HEADER =
            "id,title,description,link,image_link,availability,price,brand,google_product_category,product_type";

    private static final String GOOGLE_LINE = "SKU-1,Mug,<p>A mug</p>,https://s.example/1,https://s.example/1.jpg,"
            + "in stock,9.50 EUR,Acme,Home & Garden > Kitchen,Home>Mugs";

    private final Path directory;

    FeedsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static Item mug(Map<String, String> attributes) {
        return new Item(
                "SKU-1",
                "Mug",
                "A mug",
                List.of("Home > Mugs"),
                Set.of(),
                "Acme",
                Optional.of(new Price(9.5, "EUR")),
                "https://s.example/1.jpg",
                attributes,
                true,
                false,
                OptionalLong.empty(),
                NOW_MS,
                false);
    }

    private static ItemSettings settings(Map<String, String> map, String currency, String categorySeparator) {
        return new ItemSettings(
                ItemFormat.AUTO,
                map,
                Optional.of(currency).filter(code -> !code.isEmpty()),
                Optional.empty(),
                categorySeparator,
                ZoneId.of("Europe/Berlin"),
                NOW_MS,
                IntakeSettings.DEFAULT);
    }

    private List<LogLine<Item>> lines(ItemSettings settings, String... lines) throws IOException {
        try (ItemReader reader = ItemReader.open(Logs.write(directory, "feed", lines), settings)) {
            return reader.stream().toList();
        }
    }

    private List<Item> items(String... lines) throws IOException {
        return items(ItemSettings.asOf(NOW_MS), lines);
    }

    private List<Item> items(ItemSettings settings, String... lines) throws IOException {
        return lines(settings, lines).stream()
                .map(line -> ((LogLine.Accepted<Item>) line).content())
                .toList();
    }

    private static List<String> losses(LogLine<Item> line) {
        return ((LogLine.Accepted<Item>) line).losses();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void readsGoogleMerchant(String separator) throws IOException {
        assertThat(items(GOOGLE_HEADER.replace(",", separator), GOOGLE_LINE.replace(",", separator)))
                .containsExactly(MUG);
    }

    @Test
    void readsItsColumnsInOtherSpellings() throws IOException {
        assertThat(items(
                        "g:id,Title,Image Link,Availability,Price,Some More",
                        "7,Cup,https://s.example/7.jpg,preorder,9 EUR,x"))
                .first()
                .satisfies(item -> {
                    assertThat(item.itemId()).isEqualTo("7");
                    assertThat(item.imageUrl()).isEqualTo("https://s.example/7.jpg");
                    assertThat(item.available()).isTrue();
                });
    }

    @Test
    void readsRss() throws IOException {
        String item = "<item><g:id>SKU-1</g:id><g:title>Mug</g:title>"
                + "<g:description><![CDATA[<p>A mug</p>]]></g:description><g:link>https://s.example/1</g:link>"
                + "<g:image_link>https://s.example/1.jpg</g:image_link><g:availability>in stock</g:availability>"
                + "<g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>"
                + "<g:price>9.50 EUR</g:price><g:brand>Acme</g:brand>"
                + "<g:product_type>Home &gt; Mugs</g:product_type></item>";
        String feed = "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Shop</title>"
                + "<link>https://s.example</link>" + item + item.replace("SKU-1", "SKU-2") + "</channel></rss>";

        assertThat(items("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", feed))
                .hasSize(2)
                .first()
                .isEqualTo(MUG);
        assertThat(items(feed)).hasSize(2);
    }

    @Test
    void readsAtomWhoseEntriesHaveAnIdOfTheirOwn() throws IOException {
        assertThat(items(
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:g=\"http://base.google.com/ns/1.0\">",
                        "<title>Shop</title><entry><g:id>SKU-1</g:id><id>urn:1</id><title>Mug</title>",
                        "<summary>A mug</summary><link href=\"https://s.example/1\"/>",
                        "<g:image_link>https://s.example/1.jpg</g:image_link><g:price>9.50 EUR</g:price>",
                        "<g:brand>Acme</g:brand><g:product_type>Home &gt; Mugs</g:product_type></entry></feed>"))
                .containsExactly(MUG);
    }

    /** XML knows five entities; feeds have those of HTML too. */
    @Test
    void readsOtherEncodingsAndEntitiesOfHtml() throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel>"
                + "<item><id>1</id><title>K\u00e4se&nbsp;&amp;&eacute;</title></item></channel></rss>";
        Path latin = Files.write(directory.resolve("latin.xml"), xml.getBytes(StandardCharsets.ISO_8859_1));
        Path utf16 = Files.write(
                directory.resolve("utf16.xml"),
                xml.replace("ISO-8859-1", "UTF-16").getBytes(StandardCharsets.UTF_16));

        assertThat(ItemReader.readAll(latin, 0)).containsExactly(Item.of("1", "K\u00e4se &\u00e9", List.of()));
        assertThat(ItemReader.readAll(utf16, 0)).containsExactly(Item.of("1", "K\u00e4se &\u00e9", List.of()));
    }

    @Test
    void opensNothingThatXmlNames() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        StringBuilder bomb = new StringBuilder("<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }

        List<Item> items = items("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">" + bomb + "]>"
                + "<rss><item><id>1</id><title>a &x; &e29;</title></item></rss>");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).title()).doesNotContain("secret", "lol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<rss><item><id>1</id><title>A</title></item><item><id>2; line is not XML",
                "<html><body></body></html>; file has no element item, entry or product",
                "<p; line is not XML"
            })
    void saysWhatIsWrongWithXml(String xml, String reason) throws IOException {
        List<LogLine<Item>> lines = lines(ItemSettings.asOf(NOW_MS), xml);

        assertThat(lines.get(lines.size() - 1))
                .isInstanceOfSatisfying(
                        LogLine.Rejected.class,
                        line -> assertThat(line.reason()).startsWith(reason));
    }

    /** The file is some thirty times greater than what may be kept of it. */
    @Test
    void keepsOneEntryInMemory() throws IOException {
        Path file = directory.resolve("great.xml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("<rss><item><id>great</id><title>x</title><description>");
            for (int i = 0; i < 5000; i++) {
                out.write("<p>a paragraph of a description that is far too long for an item</p>".repeat(30));
            }
            out.write("</description></item><item><id>1</id><title>A</title></item></rss>");
        }

        try (ItemReader reader = ItemReader.open(file, NOW_MS)) {
            assertThat(reader.next())
                    .isInstanceOfSatisfying(
                            LogLine.Rejected.class,
                            line -> assertThat(line.reason()).contains("more than 4194304 characters"));
            assertThat(reader.next()).isInstanceOf(LogLine.Accepted.class);
        }
    }

    private static final String[] SHOPIFY = {
        "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Variant SKU,Variant Inventory Tracker,"
                + "Variant Inventory Qty,Variant Inventory Policy,Variant Price,Image Src,Status",
        "mug,Mug,\"<p>A <b>mug</b>",
        "for tea</p>\",Acme,Home & Garden > Mugs,Mugs,\"blue, gift\",true,M-R,shopify,0,deny,9.50,"
                + "https://s.example/1.jpg,active",
        "mug,,,,,,,,M-B,shopify,3,deny,10.50,,",
        "mug,,,,,,,,,,,,,https://s.example/2.jpg,",
        "cup,Cup,,Acme,,Cups,,true,C-1,shopify,0,deny,4.00,,active",
        "pot,Pot,,Acme,,Pots,,true,P-1,shopify,0,continue,4.00,,draft",
        "jar,Jar,,Acme,,Jars,,false,J-1,,,deny,4.00,,active",
        "bad,Bad",
        "lid,Lid,,,,,,,,,,,,,"
    };

    @Test
    void readsAProductOfShopifyFromAllItsLines() throws IOException {
        List<LogLine<Item>> lines = lines(settings(Map.of(), "EUR", ">"), SHOPIFY);

        assertThat(lines.get(0))
                .isEqualTo(new LogLine.Accepted<>(
                        2,
                        new Item(
                                "mug",
                                "Mug",
                                "A mug for tea",
                                List.of("Home & Garden > Mugs"),
                                Set.of("blue", "gift"),
                                "Acme",
                                Optional.of(new Price(9.5, "EUR")),
                                "https://s.example/1.jpg",
                                Map.of("type", "Mugs"),
                                true,
                                false,
                                OptionalLong.empty(),
                                NOW_MS,
                                false)));
        assertThat(lines.stream()
                        .filter(line -> line instanceof LogLine.Accepted)
                        .map(line -> ((LogLine.Accepted<Item>) line).content())
                        .map(item -> item.itemId() + " " + item.available() + " " + item.hidden()))
                .containsExactly(
                        "mug true false", "cup false false", "pot true true", "jar true true", "lid false false");
        assertThat(lines)
                .filteredOn(line -> line instanceof LogLine.Rejected)
                .singleElement()
                .isEqualTo(new LogLine.Rejected<>(9, "line has 2 fields instead of 15"));
    }

    @Test
    void makesAnItemOfEachVariantIfAsked() throws IOException {
        List<LogLine<Item>> lines = lines(settings(Map.of("item_id", "Variant SKU"), "EUR", ">"), SHOPIFY);

        assertThat(lines.stream()
                        .filter(line -> line instanceof LogLine.Accepted)
                        .map(line -> ((LogLine.Accepted<Item>) line).content())
                        .map(item -> item.itemId() + " " + item.title() + " " + item.available()))
                .containsExactly("M-R Mug false", "M-B Mug true", "C-1 Cup false", "P-1 Pot true", "J-1 Jar true");
    }

    @Test
    void readsShopifysNewNames() throws IOException {
        assertThat(items(
                        settings(Map.of(), "EUR", ">"),
                        "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,"
                                + "SKU,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock,"
                                + "Product image URL",
                        "Mug,mug,A mug,Acme,Home > Mugs,Mugs,,TRUE,Active,M-1,9.50,shopify,0,CONTINUE,"
                                + "https://s.example/1.jpg"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.price()).contains(new Price(9.5, "EUR"));
                    assertThat(item.available()).isTrue();
                    assertThat(item.imageUrl()).isEqualTo("https://s.example/1.jpg");
                });
    }

    private static final String PRODUCT =
            "{\"@context\":\"https://schema.org\",\"@type\":\"Product\",\"sku\":\"SKU-1\","
                    + "\"name\":\"Mug\",\"description\":\"A mug\",\"category\":\"Home > Mugs\","
                    + "\"image\":[{\"@type\":\"ImageObject\",\"url\":\"https://s.example/1.jpg\"}],"
                    + "\"brand\":{\"@type\":\"Brand\",\"name\":\"Acme\"},\"url\":\"https://s.example/1\","
                    + "\"offers\":[{\"@type\":\"Offer\",\"price\":9.50,\"priceCurrency\":\"EUR\","
                    + "\"availability\":\"https://schema.org/InStock\"}]}";

    @Test
    void readsSchemaOrg() throws IOException {
        Item mug = mug(Map.of("url", "https://s.example/1"));

        assertThat(items(PRODUCT)).containsExactly(mug);
        assertThat(items(PRODUCT, PRODUCT)).containsExactly(mug, mug);
        assertThat(items("[" + PRODUCT + ",", PRODUCT + "]")).containsExactly(mug, mug);
        assertThat(items(PRODUCT.replace(",", ",\n"))).containsExactly(mug);
        assertThat(items("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Shop\"}," + PRODUCT + "],\"x\":{\"y\":[1]}}"))
                .containsExactly(mug);
        assertThat(items("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":" + PRODUCT
                        + "}]}"))
                .containsExactly(mug);
    }

    @Test
    void readsOffersOfAllKinds() throws IOException {
        List<Item> items = items(
                "{\"@type\":\"Product\",\"name\":\"a\",\"productID\":\"1\",\"offers\":{\"@type\":\"AggregateOffer\","
                        + "\"lowPrice\":\"1.50\",\"priceCurrency\":\"USD\"}}",
                "{\"@type\":[\"Product\",\"Thing\"],\"name\":\"b\",\"sku\":2,\"offers\":{\"priceSpecification\":"
                        + "{\"price\":2,\"priceCurrency\":\"USD\"},\"availability\":\"SoldOut\"}}",
                "{\"@type\":\"ProductGroup\",\"name\":\"c\",\"productGroupID\":\"3\",\"hasVariant\":[{\"sku\":\"x\","
                        + "\"offers\":{\"price\":\"3\",\"priceCurrency\":\"USD\",\"availability\":\"OutOfStock\"}},"
                        + "{\"offers\":{\"price\":\"4\",\"priceCurrency\":\"USD\",\"availability\":\"InStock\"}}]}");

        assertThat(items).extracting(Item::itemId).containsExactly("1", "2", "3");
        assertThat(items)
                .extracting(item -> item.price().orElseThrow().amount())
                .containsExactly(1.5, 2.0, 3.0);
        assertThat(items).extracting(Item::available).containsExactly(true, false, true);
    }

    @Test
    void readsAmazonsMetadata() throws IOException {
        List<LogLine<Item>> lines = lines(
                ItemSettings.asOf(NOW_MS),
                "{\"asin\":\"B01\",\"title\":\"Mug\",\"price\":\"$9.50\",\"categories\":[[\"Home\",\"Mugs\"],[\"Gifts\"]],"
                        + "\"imUrl\":\"http://s.example/1.jpg\"}",
                "{\"parent_asin\":\"B02\",\"title\":\"Cup\",\"categories\":[\"Home\",\"Cups\"],\"price\":null,"
                        + "\"images\":[{\"large\":\"https://s.example/2.jpg\"}]}");

        assertThat(lines)
                .extracting(line -> ((LogLine.Accepted<Item>) line).content().categories())
                .containsExactly(List.of("Home > Mugs", "Gifts"), List.of("Home > Cups"));
        assertThat(losses(lines.get(0))).singleElement().asString().contains("'$9.50'", "--currency");
        assertThat(losses(lines.get(1))).isEmpty();
    }

    @Test
    void takesColumnsThatTheUserNames() throws IOException {
        ItemSettings settings = settings(
                Map.of(
                        "item_id", "sku",
                        "title", "Name",
                        "categories", "Pfad",
                        "price", "preis",
                        "published", "seit",
                        "attr.farbe", "farbe"),
                "EUR",
                "/");

        assertThat(items(settings, "sku;name;pfad;preis;seit;farbe;ean", "1;A;Home/ Mugs /Blue;9,50;2026-01-01;blau;4"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.categories()).containsExactly("Home > Mugs > Blue");
                    assertThat(item.price()).contains(new Price(9.5, "EUR"));
                    assertThat(item.attributes()).isEqualTo(Map.of("farbe", "blau"));
                    // 2025-12-31T23:00:00Z, midnight in Berlin
                    assertThat(item.publishedMs()).hasValue(1_767_222_000_000L);
                });
        assertThat(items(
                        settings(Map.of("item_id", "product.code", "title", "product.label"), "", ">"),
                        "{\"product\":{\"code\":7,\"label\":\"A\"}}"))
                .extracting(Item::itemId, Item::title)
                .containsExactly(tuple("7", "A"));
        assertThat(items(settings(Map.of("price", "sale"), "EUR", ">"), GOOGLE_HEADER + ",sale", GOOGLE_LINE + ",5"))
                .extracting(item -> item.price().orElseThrow().amount())
                .containsExactly(5.0);
    }

    @Test
    void namesTheColumnsWhereOneIsMissing() {
        assertThatThrownBy(() -> items(settings(Map.of("item_id", "mpn"), "", ">"), GOOGLE_HEADER, GOOGLE_LINE))
                .hasMessageContaining("id, title, description")
                .hasMessageContaining("--map cannot take item_id from mpn");
        assertThatThrownBy(() -> items("sku,name,stock", "1,A,3"))
                .hasMessageContainingAll("no column 'sku': did you mean item_id", "no column 'stock'", "--map");
        assertThatThrownBy(() -> settings(Map.of("prize", "x"), "", ">")).hasMessageContaining("unknown column prize");
        assertThatThrownBy(() -> settings(Map.of(), "dollar", ">")).hasMessageContaining("ISO 4217");
    }

    @ParameterizedTest
    @CsvSource({
        "in stock, true",
        "in_stock, true",
        "InStock, true",
        "https://schema.org/InStock, true",
        "http://schema.org/OutOfStock, false",
        "out of stock, false",
        "Sold out, false",
        "Y, true",
        "N, false",
        "t, true",
        "f, false",
        "wahr, true",
        "12, true",
        "1.0, true",
        "0.0, false",
        "-2, false",
        "NULL, true",
        "有货, true",
        "缺货, false",
        "discontinued, false",
        "backorder, true"
    })
    void knowsTheUsualWordsForAvailability(String word, boolean available) throws IOException {
        List<LogLine<Item>> lines = lines(ItemSettings.asOf(NOW_MS), "item_id,available", "1," + word);

        assertThat(((LogLine.Accepted<Item>) lines.get(0)).content().available())
                .isEqualTo(available);
        assertThat(losses(lines.get(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "price,9.50; price '9.50' has no currency",
                "availability,perhaps; available 'perhaps' is neither",
                "image_link,ftp://s.example/1.jpg; image_url 'ftp://s.example/1.jpg' is no URL",
                "image_link,javascript:alert(1); image_url 'javascript:alert(1)' is no URL",
                "image_link,1.jpg; image_url '1.jpg' is no URL",
                "google_product_category,2271; categories '2271' is a number of Google's taxonomy"
            })
    void costsTheFieldThatCannotBeRead(String field, String reason) throws IOException {
        String[] parts = field.split(",", 2);
        List<LogLine<Item>> lines =
                lines(ItemSettings.asOf(NOW_MS), "id,title,condition," + parts[0], "1,A,new," + parts[1]);

        assertThat(losses(lines.get(0))).singleElement().asString().startsWith(reason);
    }

    @Test
    void rejectsAnItemWithoutAUsableIdOrTitle() throws IOException {
        List<LogLine<Item>> lines =
                lines(ItemSettings.asOf(NOW_MS), "id,title,link", "NULL,A,", "1," + "x".repeat(2000) + ",", "2,B,");

        assertThat(lines)
                .extracting(line -> line instanceof LogLine.Rejected<Item> bad ? bad.reason() : "")
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("itemId is 'NULL'"),
                        reason -> assertThat(reason).startsWith("title must be"),
                        reason -> assertThat(reason).isEmpty());
    }

    @Test
    void leavesOutWhatIsTooLong() throws IOException {
        List<LogLine<Item>> lines = lines(
                ItemSettings.asOf(NOW_MS),
                "id,title,description,brand,link",
                "1,A," + "x ".repeat(25_001) + "," + "y".repeat(2000) + ",");

        assertThat(losses(lines.get(0)))
                .satisfiesExactly(
                        loss -> assertThat(loss).startsWith("description must be"),
                        loss -> assertThat(loss).startsWith("brand must be"));
    }

    /** A catalog is the same in every form in which a shop exports it. */
    @RandomTest
    void readsTheSameItemsFromEveryForm(RandomGenerator random) throws IOException {
        List<Map<String, String>> products = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            products.add(Map.of(
                    "id", "p-" + i,
                    "title", "Title " + word(random) + " & " + word(random),
                    "description", "<p>" + word(random) + "</p><p>" + word(random) + "</p>",
                    "brand", word(random),
                    "price", String.format(Locale.ROOT, "%.2f EUR", random.nextInt(1, 1_000_000) / 100.0),
                    "availability", random.nextBoolean() ? "in_stock" : "out_of_stock",
                    "image_link", "https://s.example/" + i + ".jpg",
                    "product_type", word(random) + " > " + word(random)));
        }
        List<String> names = List.copyOf(products.get(0).keySet());

        List<Item> expected = items(table(products, names, ","));

        assertThat(expected).hasSize(20).allMatch(item -> item.price().isPresent());
        assertThat(items(table(products, names, "\t"))).isEqualTo(expected);
        assertThat(items(rss(products))).isEqualTo(expected);
        assertThat(items(products.stream().map(FeedsTest::json).toArray(String[]::new)))
                .isEqualTo(expected);
        assertThat(items(products.stream().map(FeedsTest::json).collect(Collectors.joining(",\n", "[\n", "]"))))
                .isEqualTo(expected);
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            word.append("a,;|'\u00e9\u4e2d!".charAt(random.nextInt(8)));
        }
        return word.append('w').toString();
    }

    private static String[] table(List<Map<String, String>> products, List<String> names, String separator) {
        List<String> lines = new ArrayList<>(List.of(String.join(separator, names)));
        products.forEach(product -> lines.add(names.stream()
                .map(name -> '"' + product.getOrDefault(name, "").replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(separator))));
        return lines.toArray(String[]::new);
    }

    private static String rss(List<Map<String, String>> products) {
        StringBuilder feed = new StringBuilder("<rss xmlns:g='http://base.google.com/ns/1.0'><channel>");
        for (Map<String, String> product : products) {
            feed.append("<item>");
            product.forEach((name, text) -> feed.append("<g:" + name + ">")
                    .append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</g:" + name + ">"));
            feed.append("</item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String json(Map<String, String> product) {
        return product.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":\"" + field.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
