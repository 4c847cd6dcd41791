package dev.kindred.expression;

import java.util.Optional;

/**
 * A filter of subjects, written as text. It is checked at parsing and cannot fail later: a comparison with a missing
 * value is
 * false. Case does not matter. Two filters are equal if they have the same kind and the same text. Thread safe.
 *
 * @param <T> type of the subjects
 */
public abstract class Filter<T> {

    private final String text;
    private final Expression<T> expression;

    /**
     * Reads a filter; an empty text accepts every subject.
     *
     * @param fields the fields of the subjects
     * @throws ExpressionException if the text is invalid; states the position and the correction
     */
    protected Filter(Fields<T> fields, String text) {
        this.text = text;
        this.expression = text.isBlank() ? new Expression<>((subject, nowMs) -> true, true) : fields.read(text);
    }

    /**
     * Whether the filter accepts a subject.
     *
     * @param nowMs the current time for ages, in epoch milliseconds
     */
    public final boolean accepts(T subject, long nowMs) {
        return expression.condition().holds(subject, nowMs);
    }

    /** The same for a subject that may be unknown: then every comparison is false. */
    public final boolean accepts(Optional<T> subject, long nowMs) {
        return subject.isPresent() ? accepts(subject.get(), nowMs) : expression.ofUnknown();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Filter<?> filter && filter.getClass() == getClass() && filter.text.equals(text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The text of the filter. */
    @Override
    public final String toString() {
        return text;
    }
}
