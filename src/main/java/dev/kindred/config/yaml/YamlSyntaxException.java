package dev.kindred.config.yaml;

/** Says in which line of a text, under which key, something is wrong and how to put it right. */
public final class YamlSyntaxException extends RuntimeException {

    private final int line;

    YamlSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
