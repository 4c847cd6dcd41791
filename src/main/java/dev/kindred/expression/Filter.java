package dev.kindred.expression;

import java.util.Optional;

/**
 * A choice among subjects, as a person wrote it. It is checked when it is read and cannot fail later: what a subject lacks
 * makes each comparison with it false. Case does not matter. Two filters are equal if they are of the same kind and were
 * written alike. Safe for many threads.
 *
 * @param <T> what it chooses from
 */
public abstract class Filter<T> {

    private final String text;
    private final Expression<T> expression;

    /**
     * Reads a filter; an empty text accepts every subject.
     *
     * @param fields what can be asked
     * @throws ExpressionException if it is not well written; says where and how to write it
     */
    protected Filter(Fields<T> fields, String text) {
        this.text = text;
        this.expression = text.isBlank() ? new Expression<>((subject, nowMs) -> true, true) : fields.read(text);
    }

    /**
     * Whether a subject is chosen.
     *
     * @param nowMs the moment from which its age counts, in epoch milliseconds
     */
    public final boolean accepts(T subject, long nowMs) {
        return expression.condition().holds(subject, nowMs);
    }

    /** The same of a subject that may be unknown: then every comparison is false. */
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

    /** As it was written. */
    @Override
    public final String toString() {
        return text;
    }
}
