package dev.kindred.cli;

/** A command cannot do what was asked; the message is one sentence that says what to do about it. */
public final class CommandException extends RuntimeException {

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
