package dev.kindred.export;

import java.time.Duration;
import java.util.Optional;

/**
 * What is exported.
 *
 * @param segment whose members, by its name
 * @param scenario the place of the shop that their lists are for, by its name
 * @param explain how much is said of every item, as the parameter of that name
 * @param language of sentences, as the parameter of that name; empty for the default
 * @param pageSize the most members whose lists are asked for at once, in [1, {@value #MOST_PER_PAGE}]
 * @param patience how long to wait, in all, for one answer of a service that says to come again
 */
public record ExportSettings(
        String segment, String scenario, String explain, Optional<String> language, int pageSize, Duration patience) {

    /** What one request may ask for. */
    public static final int MOST_PER_PAGE = 100;

    public ExportSettings {
        if (pageSize < 1 || pageSize > MOST_PER_PAGE) {
            throw new IllegalArgumentException("pageSize must be in [1, " + MOST_PER_PAGE + "], got " + pageSize);
        }
    }
}
