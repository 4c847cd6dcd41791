package dev.kindred.serde;

import java.io.ByteArrayOutputStream;

/** A buffer that one thread reuses. It releases the memory of a huge record. */
final class ByteArraySink extends ByteArrayOutputStream {

    private static final int INITIAL_BYTES = 512;
    private static final int KEPT_BYTES = 1 << 20;

    ByteArraySink() {
        super(INITIAL_BYTES);
    }

    @Override
    public synchronized void reset() {
        super.reset();
        if (buf.length > KEPT_BYTES) {
            buf = new byte[INITIAL_BYTES];
        }
    }
}
