package dev.kindred.http.guard;

import java.util.List;
import java.util.Set;

/**
 * The rules for callers.
 *
 * @param hosts the names under which the server may be asked, in lower case, without port; {@code *} for any
 * @param origins the origins whose pages may send requests, for example {@code https://shop.example}; {@code *} for all
 * @param eventsWithoutKey whether these pages may send events without a key
 * @param keys the accepted keys
 * @param rate the rate limit of one caller
 * @param wrongKeys how many wrong keys an address may try
 */
public record GuardSettings(
        Set<String> hosts,
        List<String> origins,
        boolean eventsWithoutKey,
        ApiKeys keys,
        RateSettings rate,
        RateSettings wrongKeys) {

    public GuardSettings {
        hosts = Set.copyOf(hosts);
        origins = List.copyOf(origins);
    }
}
