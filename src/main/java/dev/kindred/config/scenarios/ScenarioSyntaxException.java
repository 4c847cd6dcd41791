package dev.kindred.config.scenarios;

/** Says in which line of a text, under which key, something is wrong and how to put it right. */
final class ScenarioSyntaxException extends RuntimeException {

    private final int line;

    ScenarioSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** From 1. */
    int line() {
        return line;
    }
}
