package dev.kindred.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of the loopback interface where a connection is refused, and that no other test gets until this is closed. */
public final class UnusedPort implements AutoCloseable {

    private final Socket holder = new Socket(); // bound, but nobody accepts there

    private UnusedPort(int port) {
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any port. */
    public static UnusedPort any() {
        return new UnusedPort(0);
    }

    /** A chosen one, which is free at this moment. */
    public static UnusedPort of(int port) {
        return new UnusedPort(port);
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
