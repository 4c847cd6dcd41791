package dev.kindred.vector;

/** 64-bit hashes of event ids, used to recognize repeats. */
final class EventFingerprint {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private EventFingerprint() {}

    /**
     * The FNV-1a hash of the id's characters.
     *
     * <p>Source: Fowler, Noll, Vo, <em>The FNV Non-Cryptographic Hash Algorithm</em> (RFC 9923), applied to 16-bit units.
     */
    static long of(String eventId) {
        long hash = OFFSET_BASIS;
        for (int i = 0; i < eventId.length(); i++) {
            hash = (hash ^ eventId.charAt(i)) * PRIME;
        }
        return hash;
    }
}
