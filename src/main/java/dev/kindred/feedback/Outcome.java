package dev.kindred.feedback;

/**
 * A count of outcomes by one task.
 *
 * @param partition of the users
 */
public record Outcome(OutcomeKey key, int partition, OutcomeSums sums) {

    /** The key of its record. */
    public String recordKey() {
        return key.text() + "|" + partition;
    }
}
