package dev.kindred.http;

/** The server cannot start or stop. The message names the cure. */
public final class HttpServerException extends RuntimeException {

    HttpServerException(String message) {
        super(message);
    }

    HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
