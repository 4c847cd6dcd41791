package dev.kindred.expression;

/**
 * A piece of an expression.
 *
 * @param text as written, a word in lower case, a text without its quotes
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    /** Whether it is this word or symbol; a text in quotes is neither. */
    boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    ExpressionException problem(String problem) {
        return new ExpressionException(position, problem);
    }

    ExpressionException insteadOf(String expected) {
        return problem("expected " + expected + ", got " + this);
    }

    /** The form for error messages. */
    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : kind == Kind.TEXT ? "the text \"" + text + "\"" : text;
    }
}
