package dev.kindred.feedback;

/**
 * A count of outcomes by one task.
 *
 * @param partition of the users
 */
public record Outcome(OutcomeKey key, int partition, OutcomeSums sums) {

    /** The key of its record. */
    public String recordKey() {
        return recordKey(key.text(), partition);
    }

    /** The key of the record of a key that is given as text. */
    public static String recordKey(String key, int partition) {
        return key + "|" + partition;
    }
}
