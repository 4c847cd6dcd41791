package dev.kindred.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes the problem with a file that an option names, as a sentence. */
public final class FileFailure {

    private FileFailure() {}

    /** The exception to throw. */
    public static CommandException of(String option, Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new CommandException(option + " " + file + " does not exist: check the path", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new CommandException(option + " " + file + " cannot be opened: check its permissions", failure);
        }
        return new CommandException(option + " " + file + " cannot be used: " + failure.getMessage(), failure);
    }
}
