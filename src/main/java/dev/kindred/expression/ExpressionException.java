package dev.kindred.expression;

/** A text is not an expression; the message states the position, the reason and the expected input. */
public final class ExpressionException extends IllegalArgumentException {

    private final int position;

    ExpressionException(int position, String problem) {
        super("at character " + position + ": " + problem);
        this.position = position;
    }

    /** The position of the problem, from 1; one past the last character if something is missing at the end. */
    public int position() {
        return position;
    }
}
