package dev.kindred.http;

import java.util.Locale;

/** The kinds of problem. Clients distinguish them by {@link #type()}, so names never change after a release. */
public enum ProblemKind {
    /** A parameter is unknown, missing, repeated or out of range. */
    INVALID_PARAMETER(400, "A parameter is invalid"),
    /** The body is not JSON, or does not match its schema. */
    INVALID_BODY(400, "The body is invalid"),
    /** None of the sent events is valid. */
    INVALID_EVENT(400, "No event is valid"),
    /** None of the sent items is valid. */
    INVALID_ITEM(400, "No item is valid"),
    /** The attributes of a user break a rule. */
    INVALID_ATTRIBUTES(400, "The attributes are invalid"),
    /** The server cannot parse the request. */
    MALFORMED_REQUEST(400, "The request is malformed"),
    /** The key is missing or unknown. */
    KEY_REQUIRED(401, "A valid key is required"),
    /** The key is valid, but lacks the scope of the route. */
    SCOPE_REQUIRED(403, "The key lacks the required scope"),
    /** A page of another origin sends the request. */
    FOREIGN_ORIGIN(403, "Pages of this origin may not send the request"),
    /** No route has this path. */
    NO_SUCH_PATH(404, "The path does not exist"),
    /** The user is unknown. */
    UNKNOWN_USER(404, "The user is unknown"),
    /** The item is unknown. */
    UNKNOWN_ITEM(404, "The item is unknown"),
    /** The segment is not defined. */
    UNKNOWN_SEGMENT(404, "The segment is not defined"),
    /** The path exists, but not with this method. */
    METHOD_NOT_ALLOWED(405, "The path does not allow this method"),
    /** The body arrives too slowly. */
    BODY_TOO_SLOW(408, "The body arrives too slowly"),
    /** The body, or a list in it, is longer than the limit. */
    TOO_LARGE(413, "The request is too large"),
    /** The route does not accept the media type of the body. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body has an unsupported media type"),
    /** The host of the request is no name of this instance. */
    UNKNOWN_HOST(421, "This instance does not serve the host"),
    /** The caller exceeds its rate limit. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** A defect of the server. */
    INTERNAL_ERROR(500, "The server failed"),
    /** A store is being restored or moves to another instance. */
    NOT_READY(503, "The service is not ready"),
    /** Events and items cannot be stored now. */
    BROKERS_UNREACHABLE(503, "The brokers cannot be reached"),
    /** There are more concurrent requests than the service can handle. */
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

    /** A stable URI that identifies the kind; it cannot be fetched. */
    public String type() {
        return "urn:kindred:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
