package dev.kindred.config.yaml;

/** A mistake in a YAML text; the message names the key and the cure. */
public final class YamlSyntaxException extends RuntimeException {

    private final int line;

    YamlSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the mistake, from 1. */
    public int line() {
        return line;
    }
}
