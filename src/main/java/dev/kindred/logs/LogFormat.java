package dev.kindred.logs;

import static dev.kindred.logs.Shape.header;
import static dev.kindred.logs.Shape.json;
import static dev.kindred.logs.Shape.plain;
import static dev.kindred.model.InteractionType.BROWSE;
import static dev.kindred.model.InteractionType.CLICK;
import static dev.kindred.model.InteractionType.PURCHASE;
import static dev.kindred.model.InteractionType.RATING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The formats of recorded logs, one row each. Tables may be separated by commas, semicolons, tabs, vertical bars or
 * double colons, and every file may be in UTF-8 or UTF-16, compressed with gzip or the only file of a zip archive.
 */
public enum LogFormat {
    /** Detected from the first lines. */
    AUTO("any of the others, detected from the first lines"),

    /**
     * A table with a header that names, in any order, {@code user_id}, {@code item_id}, {@code event_type} and
     * {@code timestamp}, and optionally {@code strength}, {@code event_id}, {@code amount}, which counts where something
     * was purchased, and {@code quantity}, by which the amount is multiplied. Other columns are ignored.
     */
    CSV(
            "a header with user_id,item_id,event_type,timestamp and optionally strength,event_id,amount,quantity",
            header("user=user_id item=item_id type=event_type timestamp=timestamp strength=strength event_id=event_id"
                    + " amount=amount quantity=quantity")),

    /** JSON of {@code POST /v1/events}, an event or a body in a line. */
    JSON(
            "the JSON of POST /v1/events, one event or one body per line",
            json("user=userId item=itemId type=type timestamp=timestampMs strength=strength event_id=eventId"
                            + " amount=amount")
                    .each("events")),

    /** Alibaba's UserBehavior: five columns without a header. */
    TAOBAO(
            "user,item,category,pv|cart|fav|buy,seconds without a header",
            plain(",", "user=ID item=ID -=ANY type=pv|cart|fav|buy timestamp=SECONDS")),

    /** MovieLens: {@code u.data}, {@code ratings.dat}, and {@code ratings.csv}. */
    MOVIELENS(
            "u.data (user, item, rating, seconds separated by tabs), ratings.dat (by ::)"
                    + " or ratings.csv (userId,movieId,rating,timestamp)",
            header("user=userid item=movieid strength=rating timestamp=timestamp")
                    .all(RATING),
            plain("\t", "user=ID item=ID strength=RATING timestamp=SECONDS").all(RATING),
            plain("::", "user=ID item=ID strength=RATING timestamp=SECONDS").all(RATING)),

    /** Retailrocket's {@code events.csv}. */
    RETAILROCKET(
            "a header with timestamp,visitorid,event,itemid,transactionid",
            header("user=visitorid item=itemid type=event timestamp=timestamp")),

    /** The RecSys Challenge 2015: {@code yoochoose-clicks.dat} and {@code yoochoose-buys.dat}. A session is a user. */
    YOOCHOOSE(
            "session,time,item,category (clicks) or session,time,item,price,quantity (buys) without a header",
            plain(",", "user=NUMBER timestamp=ISO item=NUMBER -=[0-9A-Z]*").all(CLICK),
            plain(",", "user=NUMBER timestamp=ISO item=NUMBER amount=PRICE quantity=NUMBER")
                    .all(PURCHASE)),

    /** REES46's eCommerce behavior data. */
    REES46(
            "a header with event_time,event_type,product_id,...,price,user_id,user_session",
            header("user=user_id item=product_id type=event_type timestamp=event_time amount=price")),

    /** H&amp;M's {@code transactions_train.csv}; its prices are scaled, so they are no amounts. */
    HM(
            "H&M's transactions: a header with t_dat,customer_id,article_id",
            header("user=customer_id item=article_id timestamp=t_dat").all(PURCHASE)),

    /** Reviews of Amazon: ratings as CSV, reviews as JSON Lines, of all three editions. */
    AMAZON(
            "ratings (user,item,rating,seconds or item,user,rating,seconds, or user_id,parent_asin,rating,timestamp) or"
                    + " reviews as JSON Lines",
            header("user=user_id item=parent_asin|asin strength=rating timestamp=timestamp")
                    .all(RATING),
            plain(",", "item=ID user=REVIEWER strength=RATING timestamp=SECONDS")
                    .all(RATING),
            plain(",", "user=ID item=ID strength=RATING timestamp=SECONDS").all(RATING),
            json("user=reviewerID item=asin strength=overall timestamp=unixReviewTime")
                    .all(RATING),
            json("user=user_id item=parent_asin|asin strength=rating timestamp=timestamp")
                    .all(RATING)),

    /** RecBole's atomic files of interactions: names with their types. Without ratings, events are views. */
    RECBOLE(
            "RecBole's .inter: a header like user_id:token item_id:token rating:float timestamp:float",
            header("user=user_id:token|session_id:token item=item_id:token strength=rating:float"
                            + " timestamp=timestamp:float")
                    .all(RATING),
            header("user=user_id:token|session_id:token item=item_id:token timestamp=timestamp:float"
                            + " type=event_type:token|behavior:token|type:token")
                    .all(BROWSE)),

    /** Segment's track calls, also RudderStack's; an event has one product or many. */
    SEGMENT(
            "track calls of Segment or RudderStack as JSON Lines",
            json("user=userId|anonymousId|user_id|anonymous_id item=product_id|properties.product_id|sku|properties.sku"
                            + " type=event timestamp=timestamp|originalTimestamp|sentAt|receivedAt event_id=messageId"
                            + " amount=price|properties.price quantity=quantity|properties.quantity")
                    .each("properties.products")),

    /** E-commerce events of Google Analytics 4: BigQuery's export, the Measurement Protocol, and Tag Manager. */
    GA4(
            "e-commerce events of GA4 (BigQuery's export, Measurement Protocol) or Tag Manager as JSON Lines",
            json("user=user_id|user_pseudo_id|client_id|userId item=item_id type=event_name|event|name"
                            + " timestamp=event_timestamp|timestamp_micros|timestamp|gtm.start amount=price"
                            + " quantity=quantity")
                    .each("items", "ecommerce.items", "params.items"));

    @SuppressWarnings("ImmutableEnumChecker") // the list and the shapes never change
    private final List<Shape> shapes;

    private final String description;

    LogFormat(String description, Shape... shapes) {
        this.description = description;
        this.shapes = List.of(shapes);
    }

    /**
     * The format of a name, in any case.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists all formats
     */
    public static LogFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.title().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown format " + name + ": choose one of:" + list()));
    }

    /** The name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A short description of files of this format. */
    public String description() {
        return description;
    }

    /** The shapes of its files. */
    List<Shape> shapes() {
        return shapes;
    }

    /** The names of all formats, for a help text. */
    public static String titles() {
        return Arrays.stream(values()).map(LogFormat::title).collect(Collectors.joining(", "));
    }

    /** All formats, behind a space. */
    static String list() {
        return Arrays.stream(values())
                .map(format -> format.title() + ": " + format.description)
                .collect(Collectors.joining("; ", " ", ""));
    }
}
