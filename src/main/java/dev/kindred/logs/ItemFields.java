package dev.kindred.logs;

import dev.kindred.intake.Decimals;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.RawItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes an item of the texts of its fields, whatever they come from. A field that cannot be read is left out. */
final class ItemFields {

    /** The texts of one item by their meaning. */
    interface Texts {

        /** All texts of a field, without blanks around them; none is empty. */
        List<String> get(ItemColumn column);

        /** The attributes that have columns of their own. */
        Map<String, String> attributes();

        /** The first text of a field, or an empty one. */
        default String first(ItemColumn column) {
            List<String> texts = get(column);
            return texts.isEmpty() ? "" : texts.get(0);
        }
    }

    private static final Pattern WEB = Pattern.compile("(https?:)?//[^\\s/].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAXONOMY_NUMBER = Pattern.compile("\\d+");
    private static final String SCHEMA_ORG = "(?i)https?://schema\\.org/";

    /** Words for an item in stock in feeds, shops and spreadsheets; letters and digits only. */
    private static final Map<String, Boolean> AVAILABLE = words(
            "true yes y t on ja j oui o si sí s sim verdadero vrai vero wahr verdadeiro да 是 instock available onstock"
                    + " availablefororder preorder presale backorder onbackorder limitedavailability limitedstock lowstock"
                    + " onlineonly instoreonly madetoorder auflager lieferbar verfügbar vorrätig enstock disponible"
                    + " disponibile disponível 有货 现货 在庫あり",
            "false no n f off nein non não falso faux falsch нет 否 outofstock oos unavailable notavailable soldout"
                    + " discontinued outofprint temporarilyoutofstock reserved notinstock nichtauflager nichtlieferbar"
                    + " nichtverfügbar ausverkauft vergriffen rupturedestock horsstock épuisé indisponible agotado"
                    + " sinstock nodisponible nondisponibile esaurito esgotado indisponível 缺货 无货 售罄 在庫なし");

    private static final Map<String, Boolean> YES =
            words("true yes y t 1 on ja oui si sí sim hidden", "false no n f 0 off nein non não visible");

    private final ItemSettings settings;
    private final ItemFormat format;
    private final Prices prices;
    private final Timestamps times;
    private final Pattern categorySeparator;

    /**
     * The fields of a format.
     *
     * @param commas whether a bare number may have a decimal comma
     */
    ItemFields(ItemSettings settings, ItemFormat format, boolean commas) {
        this.settings = settings;
        this.format = format;
        this.prices = new Prices(settings.currency(), settings.decimal(), commas);
        this.times = new Timestamps(settings.zone());
        this.categorySeparator = Pattern.compile(Pattern.quote(settings.categorySeparator()));
    }

    private static Map<String, Boolean> words(String yes, String no) {
        Map<String, Boolean> words = new HashMap<>();
        Arrays.stream(yes.split(" ", -1)).forEach(word -> words.put(word, true));
        Arrays.stream(no.split(" ", -1)).forEach(word -> words.put(word, false));
        return Map.copyOf(words);
    }

    /** The item, not yet validated. */
    RawItem item(Texts texts, Losses losses) {
        Optional<Price> price = losses.field(Optional.empty(), () -> price(texts));
        return new RawItem(
                texts.first(ItemColumn.ID),
                texts.first(ItemColumn.TITLE),
                texts.first(ItemColumn.DESCRIPTION),
                categories(texts, losses),
                split(texts.get(ItemColumn.TAGS), isOurs() ? "[|]" : "[,|]"),
                texts.first(ItemColumn.BRAND),
                price.isPresent() ? OptionalDouble.of(price.get().amount()) : OptionalDouble.empty(),
                price.map(Price::currency).orElse(""),
                losses.field("", () -> imageUrl(texts)),
                attributes(texts, losses),
                losses.field(true, () -> available(texts)),
                losses.field(false, () -> hidden(texts)),
                losses.field(OptionalLong.empty(), () -> time(ItemColumn.PUBLISHED, texts)),
                losses.field(OptionalLong.empty(), () -> time(ItemColumn.UPDATED, texts))
                        .orElse(settings.asOfMs()));
    }

    private boolean isOurs() {
        return format.shape().equals(ItemShape.OWN);
    }

    private static List<String> split(List<String> texts, String separators) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split(separators, -1)))
                .toList();
    }

    /** Paths from the root down, their steps joined as in the catalog. */
    private List<String> categories(Texts texts, Losses losses) {
        List<String> paths = new ArrayList<>();
        List<String> written = texts.get(ItemColumn.CATEGORIES);
        for (String text : isOurs() ? split(written, "[|]") : written) {
            if (format == ItemFormat.GOOGLE && TAXONOMY_NUMBER.matcher(text).matches()) {
                losses.add("categories " + RejectedLineException.shown(text)
                        + " is a number of Google's taxonomy: write the path of its names");
            } else {
                paths.add(categorySeparator
                        .splitAsStream(PlainText.of(text))
                        .map(String::strip)
                        .filter(step -> !step.isEmpty())
                        .collect(Collectors.joining(Item.STEP)));
            }
        }
        return paths;
    }

    private Optional<Price> price(Texts texts) throws RejectedLineException {
        String amount = texts.first(ItemColumn.PRICE);
        return isMissing(amount)
                ? Optional.empty()
                : Optional.of(prices.parse(amount, present(texts.first(ItemColumn.CURRENCY))));
    }

    /** Words that stand for a missing value, such as NULL, and dashes. */
    private boolean isMissing(String text) {
        return text.matches("[-–—]*") || settings.rules().isMissing(text);
    }

    private String present(String text) {
        return isMissing(text) ? "" : text;
    }

    /** Feeds have absolute URLs; our own format may have paths, which the rules of all items check. */
    private String imageUrl(Texts texts) throws RejectedLineException {
        String url = present(texts.first(ItemColumn.IMAGE_URL));
        if (!isOurs() && !url.isEmpty() && !WEB.matcher(url).matches()) {
            throw new RejectedLineException(
                    "image_url " + RejectedLineException.shown(url) + " is no URL of the scheme http or https");
        }
        return url;
    }

    private static Map<String, String> attributes(Texts texts, Losses losses) {
        Map<String, String> attributes =
                new HashMap<>(losses.field(Map.of(), () -> ItemObjects.attributes(texts.first(ItemColumn.ATTRIBUTES))));
        attributes.putAll(texts.attributes());
        return attributes;
    }

    /** Whether one of the offers is available; a number is a stock. */
    private boolean available(Texts texts) throws RejectedLineException {
        boolean available = false;
        boolean isTold = false;
        for (String text : texts.get(ItemColumn.AVAILABLE)) {
            if (!isMissing(text)) {
                available |= isAvailable(text);
                isTold = true;
            }
        }
        return available || !isTold;
    }

    private static boolean isAvailable(String text) throws RejectedLineException {
        OptionalDouble stock = Decimals.parse(text);
        Boolean word = AVAILABLE.get(ItemShape.normal(text.replaceFirst(SCHEMA_ORG, "")));
        if (stock.isEmpty() && word == null) {
            throw new RejectedLineException("available " + RejectedLineException.shown(text)
                    + " is neither yes, no, a word such as in_stock, nor a number of pieces");
        }
        return stock.isPresent() ? stock.getAsDouble() > 0 : Boolean.TRUE.equals(word);
    }

    private boolean hidden(Texts texts) throws RejectedLineException {
        String text = present(texts.first(ItemColumn.HIDDEN));
        Boolean hidden = text.isEmpty() ? Boolean.FALSE : YES.get(text.toLowerCase(Locale.ROOT));
        if (hidden == null) {
            throw new RejectedLineException("hidden " + RejectedLineException.shown(text) + " is neither yes nor no");
        }
        return hidden;
    }

    private OptionalLong time(ItemColumn column, Texts texts) throws RejectedLineException {
        String text = present(texts.first(column));
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(times.parse(text));
        } catch (Timestamps.NoTimeException e) {
            throw new RejectedLineException(
                    column.title() + " " + RejectedLineException.shown(text) + " " + e.getMessage());
        }
    }
}
