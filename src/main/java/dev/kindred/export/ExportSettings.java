package dev.kindred.export;

import java.time.Duration;
import java.util.Optional;

/**
 * The options of an export.
 *
 * @param segment name of the segment
 * @param scenario name of the scenario of the lists
 * @param explain detail of the reasons, as the parameter of that name
 * @param language of sentences, as the parameter of that name; empty for the default
 * @param pageSize greatest number of members per request, in [1, {@value #MAX_PER_PAGE}]
 * @param patience total time for retries of one request while the service is not ready
 */
public record ExportSettings(
        String segment, String scenario, String explain, Optional<String> language, int pageSize, Duration patience) {

    /** The greatest number of lists per request. */
    public static final int MAX_PER_PAGE = 100;

    public ExportSettings {
        if (pageSize < 1 || pageSize > MAX_PER_PAGE) {
            throw new IllegalArgumentException("pageSize must be in [1, " + MAX_PER_PAGE + "], got " + pageSize);
        }
    }
}
