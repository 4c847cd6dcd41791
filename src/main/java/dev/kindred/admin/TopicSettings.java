package dev.kindred.admin;

/**
 * How topics are created.
 *
 * @param partitions of every topic
 * @param replicationFactor copies of every topic; -1 leaves it to the broker
 * @param eventsRetentionMs how long events and merges are kept; -1 for ever, as for the other retentions
 * @param reroutedRetentionMs how long rerouted events and moved vectors are kept
 * @param affinitiesRetentionMs how long an affinity is kept that nobody touches
 * @param recommendationsRetentionMs how long a list is kept that is not refreshed
 * @param userProfilesRetentionMs how long a profile is kept that nothing renews
 * @param deadLettersRetentionMs how long rejected events are kept
 * @param deadLetterMaxBytes the longest original in a dead letter
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
        int deadLetterMaxBytes) {

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

    /** The longest record of the dead-letter topic; a producer's {@code max.request.size} must be at least that. */
    public int deadLetterRecordBytes() {
        return deadLetterMaxBytes + DEAD_LETTER_OVERHEAD_BYTES;
    }
}
