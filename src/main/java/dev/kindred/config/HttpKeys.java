package dev.kindred.config;

import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Reads the keys of callers from their setting. */
final class HttpKeys {

    /** Allows all: {@link #parse} refuses, without repeating what may be a key by mistake. */
    static final Limit LIMIT = new Limit("a list of NAME:SCOPES:SHA256, scopes joined by +", value -> true);

    private HttpKeys() {}

    /** @throws ConfigException if an entry is none; it names the entry by its place, as it may hold a key by mistake */
    static ApiKeys parse(List<String> entries) {
        List<ApiKey> keys = new ArrayList<>();
        for (String entry : entries) {
            try {
                keys.add(ApiKey.parse(entry));
            } catch (IllegalArgumentException e) {
                throw refused("entry " + (keys.size() + 1) + ": " + e.getMessage());
            }
        }
        try {
            return new ApiKeys(keys);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static ConfigException refused(String why) {
        return new ConfigException(
                Keys.HTTP_KEYS + " is not acceptable, " + why + ": take the entries that 'kindred keys create' prints");
    }
}
