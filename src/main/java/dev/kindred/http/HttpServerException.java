package dev.kindred.http;

/** The server cannot start or stop. The message tells the operator what to do. */
public final class HttpServerException extends RuntimeException {

    HttpServerException(String message) {
        super(message);
    }

    HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
