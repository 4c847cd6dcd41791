package dev.kindred.admin;

import java.util.OptionalLong;

/** The settings for new topics.
 *
 * @param partitions of every topic
 * @param replicationFactor copies of every topic; -1 for the broker's default
 * @param eventsRetentionMs retention of events and merges; -1 means forever, here and below
 * @param reroutedRetentionMs retention of rerouted events and moved vectors
 * @param affinitiesRetentionMs retention of an affinity since its last update
 * @param recommendationsRetentionMs retention of a list since its last refresh
 * @param userProfilesRetentionMs retention of a profile since its last update
 * @param deadLettersRetentionMs retention of rejected events
 * @param deadLetterMaxBytes greatest size of the original in a dead letter
 * @param outcomesRetentionMs retention of an outcome since its last update; empty without feedback
 * @param learning whether lists learn
 */
public record TopicSettings(
        int partitions,
        short replicationFactor,
        long eventsRetentionMs,
        long reroutedRetentionMs,
        long affinitiesRetentionMs,
        long recommendationsRetentionMs,
        long userProfilesRetentionMs,
        long deadLettersRetentionMs,
        int deadLetterMaxBytes,
        OptionalLong outcomesRetentionMs,
        boolean learning) {

    /** Room for the key, the headers and the framing of a dead letter. */
    private static final int DEAD_LETTER_OVERHEAD_BYTES = 64 << 10;

    public TopicSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, got " + partitions);
        }
        if (deadLetterMaxBytes < 1) {
            throw new IllegalArgumentException("deadLetterMaxBytes must be positive, got " + deadLetterMaxBytes);
        }
    }

    /**
     * The greatest size of a record of the dead-letter topic; a producer's {@code max.request.size} must be at least
     * that.
     */
    public int deadLetterRecordBytes() {
        return deadLetterMaxBytes + DEAD_LETTER_OVERHEAD_BYTES;
    }
}
