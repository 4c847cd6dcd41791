package dev.kindred.lab.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two ports of a broker, on the loopback interface.
 *
 * <p>They are chosen before the server starts: it needs its controller's port, and a busy port is better reported now
 * than by a half-started server.
 *
 * @param broker for clients
 * @param controller for the broker itself
 */
record Ports(int broker, int controller) {

    static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    /**
     * Ports that are free at this moment.
     *
     * @param broker the wanted port, or 0 for any
     * @throws IllegalStateException if the wanted port is busy
     */
    static Ports free(int broker) {
        try (ServerSocket forBroker = bind(broker);
                ServerSocket forController = bind(0)) {
            return new Ports(forBroker.getLocalPort(), forController.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + broker + " of " + HOST + " is busy or not allowed: choose another port for the embedded"
                            + " Kafka, 0 for any free one, or stop the program that uses it.",
                    e);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
