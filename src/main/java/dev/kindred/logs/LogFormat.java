package dev.kindred.logs;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The format of a recorded interaction log. Every format may be compressed with gzip. */
public enum LogFormat {
    /** Detected from the first lines. */
    AUTO("any of the others, detected from the first lines"),

    /**
     * Comma-separated with a header that names, in any order, {@code user_id}, {@code item_id}, {@code event_type} and
     * {@code timestamp}, and optionally {@code strength}, {@code event_id} and {@code amount}, which
     * counts where something was purchased. Other columns are ignored.
     */
    CSV("a header with user_id,item_id,event_type,timestamp and optionally strength,event_id,amount"),

    /** Alibaba's UserBehavior: five columns without a header. */
    TAOBAO("user,item,category,pv|cart|fav|buy,seconds without a header"),

    /** MovieLens: {@code u.data}, separated by tabs without a header, or {@code ratings.csv}. */
    MOVIELENS(
            "u.data (user, item, rating, seconds separated by tabs) or ratings.csv (userId,movieId,rating,timestamp)"),

    /** Retailrocket's {@code events.csv}. */
    RETAILROCKET("a header with timestamp,visitorid,event,itemid,transactionid");

    private final String description;

    LogFormat(String description) {
        this.description = description;
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

    /** All formats, a line each. */
    static String list() {
        return Arrays.stream(values())
                .map(format -> "\n  " + format.title() + ": " + format.description)
                .collect(Collectors.joining());
    }
}
