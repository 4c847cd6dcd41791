package dev.kindred.http.guard;

import dev.kindred.http.Scope;
import dev.kindred.model.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** All accepted keys; if empty, the server requires no key. */
public final class ApiKeys {

    private final List<Known> known;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(ApiKey key, byte[] hash) {}

    /** @throws IllegalArgumentException if two entries have the same name or the same key */
    public ApiKeys(List<ApiKey> keys) {
        if (keys.stream().map(ApiKey::name).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two keys have the same name");
        }
        if (keys.stream().map(ApiKey::sha256).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two entries have the same key");
        }
        this.known = keys.stream()
                .map(key -> new Known(key, HexFormat.of().parseHex(key.sha256())))
                .toList();
    }

    /** Whether the server requires no key. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /**
     * Whether the keys were written before the scopes events and explain existed. Then read includes the reasons of
     * recommendations, as it did.
     */
    public boolean isOld() {
        return !isEmpty()
                && known.stream()
                        .flatMap(one -> one.key().scopes().stream())
                        .noneMatch(scope -> scope == Scope.EVENTS || scope == Scope.EXPLAIN);
    }

    /** The entry of a key. It compares all hashes in full, so that the time reveals nothing about them. */
    Optional<ApiKey> find(String key) {
        byte[] hash = Sha256.of(key);
        Optional<ApiKey> found = Optional.empty();
        for (Known one : known) {
            if (MessageDigest.isEqual(one.hash(), hash)) {
                found = Optional.of(one.key());
            }
        }
        return found;
    }
}
