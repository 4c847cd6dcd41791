package dev.kindred.content;

import java.util.Comparator;

/**
 * A feature that items can share. Terms of different kinds are different even with the same text: the brand
 * <em>apple</em> is not the word.
 *
 * @param kind the kind of field
 * @param text a word as the {@link Tokenizer} gives it, a tag or a brand in lower case, or a category from the root down
 */
public record Term(Kind kind, String text) implements Comparable<Term> {

    /** Marks a number without a term. */
    static final Term NONE = new Term(Kind.WORD, "");

    private static final Comparator<Term> ORDER =
            Comparator.comparing(Term::kind).thenComparing(Term::text);

    /** The kinds of terms. */
    public enum Kind {
        /** A word of the title or the description. */
        WORD,
        /** A category or an ancestor of one. */
        CATEGORY,
        /** A tag, whole. */
        TAG,
        /** The brand, whole. */
        BRAND
    }

    @Override
    public int compareTo(Term other) {
        return ORDER.compare(this, other);
    }
}
