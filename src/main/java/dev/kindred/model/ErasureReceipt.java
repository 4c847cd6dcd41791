package dev.kindred.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The receipt of an erasure, which names no person. The receipts of a partition form a chain: each has the digest of the
 * one before, so that none can be removed or changed unseen.
 *
 * @param requestId the id of the request
 * @param user the pseudonym of the user; empty without a secret
 * @param requestedMs when the request arrived, in epoch milliseconds
 * @param erasedMs when the user was erased, in epoch milliseconds
 * @param held what was removed
 * @param mergedInto the pseudonym of the user into whom this one was merged lately; empty if there is none
 * @param goneByMs by topic that only time clears: when its records of the user are gone, in epoch milliseconds; {@link
 *     #NEVER} if they stay
 * @param link the place in the chain
 * @param reason empty for a request, or one of the constants here
 * @param users how many users it is about: 1, or those of a day
 */
public record ErasureReceipt(
        String requestId,
        String user,
        long requestedMs,
        long erasedMs,
        Held held,
        String mergedInto,
        Map<String, Long> goneByMs,
        Link link,
        String reason,
        long users) {

    /** The reason where a required consent was withdrawn. */
    public static final String WITHDRAWAL = "withdrawal";

    /** The reason where users were not seen for too long; the receipt counts those of a day. */
    public static final String RETENTION = "retention";

    /** The time of a topic that keeps its records for ever. */
    public static final long NEVER = -1;

    public ErasureReceipt {
        goneByMs = Map.copyOf(goneByMs);
    }

    /** The receipt of a request. */
    public ErasureReceipt(
            String requestId,
            String user,
            long requestedMs,
            long erasedMs,
            Held held,
            String mergedInto,
            Map<String, Long> goneByMs,
            Link link) {
        this(requestId, user, requestedMs, erasedMs, held, mergedInto, goneByMs, link, "", 1);
    }

    /**
     * The data of a user that was held and is removed.
     *
     * @param events how many events the vector had taken into account
     * @param cells the number of items
     * @param attributes whether there were attributes or consents
     */
    public record Held(long events, int cells, boolean attributes) {

        /** Whether nothing was held. */
        public boolean isNothing() {
            return events == 0 && cells == 0 && !attributes;
        }
    }

    /**
     * A place in the chain of a partition.
     *
     * @param sequence from 1
     * @param previous the digest of the receipt before
     */
    public record Link(int partition, long sequence, String previous) {

        private static final String NOTHING = "0".repeat(64);

        /** The place of the first receipt of a partition. */
        public static Link first(int partition) {
            return new Link(partition, 1, NOTHING);
        }
    }

    /** The place of the next receipt. */
    public Link next() {
        return new Link(link.partition(), link.sequence() + 1, digest());
    }

    /** SHA-256 of all fields, in 64 hexadecimal digits; the schema of receipts describes it. */
    public String digest() {
        String text = Stream.of(
                        requestId,
                        user,
                        requestedMs,
                        erasedMs,
                        held.events(),
                        held.cells(),
                        held.attributes(),
                        mergedInto,
                        topics(),
                        link.partition(),
                        link.sequence(),
                        link.previous())
                .map(field -> field + "\n")
                .collect(Collectors.joining());
        if (!reason.isEmpty()) { // former receipts have no reason, and keep their digests
            text += reason + "\n" + users + "\n";
        }
        return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String topics() {
        return new TreeMap<>(goneByMs)
                .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
    }
}
