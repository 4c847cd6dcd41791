package dev.kindred.content;

import java.util.Arrays;

/**
 * A cache of inverse document frequencies, valid while the number of documents stays the same: they depend only on it
 * and on the frequency of a term. Without the cache, logarithms took a third of a search. Not thread safe: one per
 * thread.
 */
final class IdfCache {

    private static final int SIZE = 4096; // few terms have a greater frequency

    private final double[] byFrequency = new double[SIZE]; // 0 for values not computed yet
    private int documents;

    /** Sets the number of documents. */
    void begin(int ofDocuments) {
        if (ofDocuments != documents) {
            documents = ofDocuments;
            Arrays.fill(byFrequency, 0);
        }
    }

    /** The inverse document frequency of a term with this frequency. */
    double of(int frequency) {
        if (frequency >= SIZE) {
            return TermView.inverseDocumentFrequency(documents, frequency);
        }
        if (byFrequency[frequency] == 0) {
            byFrequency[frequency] = TermView.inverseDocumentFrequency(documents, frequency);
        }
        return byFrequency[frequency];
    }
}
