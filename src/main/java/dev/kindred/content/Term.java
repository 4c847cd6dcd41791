package dev.kindred.content;

import java.util.Comparator;

/**
 * Something that items can have in common. Terms of different kinds are different, whatever their text: the brand
 * <em>apple</em> is not the word.
 *
 * @param kind where it stands
 * @param text a word as the {@link Tokenizer} gives it, a tag or a brand in lower case, or a category from the root down
 */
public record Term(Kind kind, String text) implements Comparable<Term> {

    /** Stands where no term is. */
    static final Term NONE = new Term(Kind.WORD, "");

    private static final Comparator<Term> ORDER =
            Comparator.comparing(Term::kind).thenComparing(Term::text);

    /** Where terms come from. */
    public enum Kind {
        /** A word of the title or the description. */
        WORD,
        /** A category, or one above it. */
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
