package dev.kindred.content;

import java.util.Arrays;

/**
 * Inverse document frequencies, remembered as long as the number of documents stays the same: they depend on nothing else
 * but how many of these have a term, and logarithms were a third of a search. Not thread safe: one per thread.
 */
final class Rarities {

    private static final int REMEMBERED = 4096; // terms that more have are few

    private final double[] byFrequency = new double[REMEMBERED]; // 0 where it was not needed yet
    private int documents;

    /** For so many documents from now on. */
    void begin(int ofDocuments) {
        if (ofDocuments != documents) {
            documents = ofDocuments;
            Arrays.fill(byFrequency, 0);
        }
    }

    /** How rare a term is that so many documents have. */
    double of(int frequency) {
        if (frequency >= REMEMBERED) {
            return TermView.inverseDocumentFrequency(documents, frequency);
        }
        if (byFrequency[frequency] == 0) {
            byFrequency[frequency] = TermView.inverseDocumentFrequency(documents, frequency);
        }
        return byFrequency[frequency];
    }
}
