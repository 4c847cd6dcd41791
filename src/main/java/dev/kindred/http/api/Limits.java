package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of the sizes that one request may ask for or contain. */
final class Limits {

    static final int LIST = 200;
    static final int SESSION_EVENTS = 1000;
    static final int BATCH_USERS = 100;
    static final int PREVIEW_USERS = 10;
    static final int MEMBERS = 500;
    static final int EVENTS = 500;
    static final int ITEMS = 500;

    private Limits() {}

    /**
     * A list of the body as it is to be used.
     *
     * @throws ProblemException if it is absent, empty or too long, or an element is null
     */
    static <T> List<T> checked(@Nullable List<T> list, String field, int limit) {
        if (list == null || list.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, field + " is missing or empty"));
        }
        checkSize(list, field, limit);
        checkNoNulls(list, field);
        return List.copyOf(list);
    }

    /** @throws ProblemException if there are too many elements */
    static void checkSize(Collection<?> elements, String field, int limit) {
        if (elements.size() > limit) {
            throw new ProblemException(Problem.of(
                    ProblemKind.TOO_LARGE,
                    field,
                    field + " may have at most " + limit + " elements, got " + elements.size()));
        }
    }

    /** @throws ProblemException if a text of the body is absent */
    static String present(@Nullable String text, String field) {
        if (text == null) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, field + " is missing"));
        }
        return text;
    }

    /** @throws ProblemException if an element is null */
    static void checkNoNulls(Collection<?> elements, String field) {
        if (elements.stream().anyMatch(element -> element == null)) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, field + " contains a null"));
        }
    }
}
