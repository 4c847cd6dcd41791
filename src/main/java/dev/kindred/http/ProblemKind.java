package dev.kindred.http;

import java.util.Locale;

/** The sorts of problem. Clients tell them by their types, so a name, once out, stays. */
public enum ProblemKind {
    /** A parameter is unknown, missing, given twice or out of range. */
    INVALID_PARAMETER(400, "A parameter is not acceptable"),
    /** The body is no JSON of the described shape. */
    INVALID_BODY(400, "The body is not acceptable"),
    /** None of the events that came is acceptable. */
    INVALID_EVENT(400, "No event is acceptable"),
    /** None of the items that came is acceptable. */
    INVALID_ITEM(400, "No item is acceptable"),
    /** What is said of a user breaks a rule. */
    INVALID_ATTRIBUTES(400, "The attributes are not acceptable"),
    /** The request is no HTTP that the server understands. */
    MALFORMED_REQUEST(400, "The request is malformed"),
    /** There is no key, or one that is not known. */
    KEY_REQUIRED(401, "A known key is required"),
    /** The key is known, and not for this. */
    SCOPE_REQUIRED(403, "The key is not for this"),
    /** There is nothing at this path. */
    NO_SUCH_PATH(404, "There is nothing at this path"),
    /** The user is not known. */
    UNKNOWN_USER(404, "The user is not known"),
    /** The item is not known. */
    UNKNOWN_ITEM(404, "The item is not known"),
    /** The segment is not defined. */
    UNKNOWN_SEGMENT(404, "The segment is not defined"),
    /** The path exists, but not for this method. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The body or a list in it is longer than allowed. */
    TOO_LARGE(413, "The request is too large"),
    /** The body is of a type that is not read here. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of an unsupported type"),
    /** The caller asks more often than agreed. */
    TOO_MANY_REQUESTS(429, "There are too many requests"),
    /** A defect of the server. */
    INTERNAL_ERROR(500, "The server failed"),
    /** State is being restored or is moving. */
    NOT_READY(503, "The service is not ready"),
    /** Events and items cannot be kept for now. */
    BROKERS_UNREACHABLE(503, "The brokers cannot be reached"),
    /** More requests at once than can be served. */
    BUSY(503, "The service is busy");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** A URI that stays: it names the kind and leads nowhere. */
    public String type() {
        return "urn:kindred:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
