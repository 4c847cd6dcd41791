package dev.kindred.cli;

import java.util.List;

/**
 * A provider of additional commands, found with {@link java.util.ServiceLoader}. The laboratory adds its commands
 * this way.
 */
public interface CommandSource {

    /** New command objects, annotated for picocli, in the order of the help text. */
    List<Object> commands();
}
