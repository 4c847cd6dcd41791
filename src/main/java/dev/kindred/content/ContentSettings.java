package dev.kindred.content;

/**
 * How items are found by what they are about.
 *
 * @param fields how much each field counts
 * @param postings the newest items of a term that are looked at when somebody is interested in it, positive
 * @param terms the strongest terms of an interest that are searched for, positive; those as strong as the last one too
 * @param candidates the most items that are compared exactly, positive
 * @param negligibleInterest items of the asking user whose interest is below this part of the strongest one do not
 *     count, in [0, 1); 0 counts all
 * @param negligibleTerm terms that add to a score less than this part of what the strongest one adds are not searched
 *     for, in [0, 1); 0 searches for all
 */
public record ContentSettings(
        FieldWeights fields,
        int postings,
        int terms,
        int candidates,
        double negligibleInterest,
        double negligibleTerm) {

    public ContentSettings {
        if (postings < 1) {
            throw new IllegalArgumentException("postings must be positive, got " + postings);
        }
        if (terms < 1) {
            throw new IllegalArgumentException("terms must be positive, got " + terms);
        }
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be positive, got " + candidates);
        }
        if (!(negligibleInterest >= 0 && negligibleInterest < 1)) {
            throw new IllegalArgumentException("negligibleInterest must be in [0, 1), got " + negligibleInterest);
        }
        if (!(negligibleTerm >= 0 && negligibleTerm < 1)) {
            throw new IllegalArgumentException("negligibleTerm must be in [0, 1), got " + negligibleTerm);
        }
    }
}
