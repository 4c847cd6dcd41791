package dev.kindred.topology;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.KeyedHash;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When and how users are erased.
 *
 * @param hash of users in markers and, if it has a secret, in receipts
 * @param isSecret whether receipts may name users by that hash
 * @param retentionMs by topic that only time clears, how long it keeps a record; negative for ever
 * @param consent the consent whose withdrawal erases
 * @param vectorRetentionMs how long a user may be unseen before the vector is erased; not positive for ever
 */
public record ErasureSettings(
        KeyedHash hash,
        boolean isSecret,
        Map<String, Long> retentionMs,
        ConsentSettings consent,
        long vectorRetentionMs) {

    public ErasureSettings {
        retentionMs = Map.copyOf(retentionMs);
    }

    /** Users are erased on request alone. */
    public ErasureSettings(KeyedHash hash, boolean isSecret, Map<String, Long> retentionMs) {
        this(hash, isSecret, retentionMs, ConsentSettings.NONE, -1);
    }

    /** When the records that a topic has now are gone, by topic. */
    Map<String, Long> goneByMs(long nowMs) {
        return retentionMs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        topic -> topic.getValue() < 0 ? ErasureReceipt.NEVER : nowMs + topic.getValue()));
    }

    /** How long a record from before an erasure may still arrive; negative for ever. */
    long longestRetentionMs() {
        boolean isEndless = retentionMs.values().stream().anyMatch(kept -> kept < 0);
        return isEndless
                ? -1
                : retentionMs.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The pseudonym of a user for receipts; empty without a secret. */
    String pseudonym(String userId) {
        return isSecret ? hash.of(userId) : "";
    }
}
