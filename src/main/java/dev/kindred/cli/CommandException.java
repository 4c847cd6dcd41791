package dev.kindred.cli;

/** A command failed; the message is one sentence that states the reason and the remedy. */
public final class CommandException extends RuntimeException {

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
