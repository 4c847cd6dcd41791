package dev.kindred.math;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests a correction for a misspelled word. */
public final class Spelling {

    private Spelling() {}

    /** The choice with the least edit distance, if at most a third of the letters (or 2) change. */
    public static Optional<String> nearest(String word, Collection<String> choices) {
        return choices.stream()
                .min(Comparator.<String>comparingInt(choice -> distance(word, choice))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(choice -> distance(word, choice) <= Math.max(2, word.length() / 3));
    }

    /**
     * The edit distance: the least number of insertions, deletions and replacements that turn one word into the other.
     * Source: Wagner and Fischer, The String-to-String Correction Problem, 1974.
     */
    static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
