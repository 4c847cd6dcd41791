package dev.kindred.http;

/** The server cannot listen or stop; the message says what to do, for the person who runs it. */
public final class HttpServerException extends RuntimeException {

    HttpServerException(String message) {
        super(message);
    }

    HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
