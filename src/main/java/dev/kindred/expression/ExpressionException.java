package dev.kindred.expression;

/** Says where a text is no expression, why, and what could stand there. */
public final class ExpressionException extends IllegalArgumentException {

    private final int position;

    ExpressionException(int position, String problem) {
        super("at character " + position + ": " + problem);
        this.position = position;
    }

    /** The character at which the problem begins, from 1; one past the last if something is missing at the end. */
    public int position() {
        return position;
    }
}
