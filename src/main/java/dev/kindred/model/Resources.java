package dev.kindred.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that the program's jar contains. */
public final class Resources {

    private Resources() {}

    /**
     * A whole text in UTF-8.
     *
     * @param owner the class that uses it
     * @param name relative to the package of the owner, or absolute after a slash
     */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the jar", e);
        }
    }
}
