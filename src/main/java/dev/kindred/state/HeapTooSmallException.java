package dev.kindred.state;

/** The model does not fit into the heap. The message names the option that gives it a larger one. */
public final class HeapTooSmallException extends RuntimeException {

    HeapTooSmallException(String message) {
        super(message);
    }

    HeapTooSmallException(String message, OutOfMemoryError cause) {
        super(message, cause);
    }
}
