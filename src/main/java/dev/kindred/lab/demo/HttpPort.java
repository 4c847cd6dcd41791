package dev.kindred.lab.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where the demo listens unless told otherwise: at the usual port, so that pasted commands work, if nobody has it. */
final class HttpPort {

    static final int ANY = 0;

    private HttpPort() {}

    /** A port if it is free on the loopback interface, else {@link #ANY}. */
    static int preferred(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return ANY;
        }
    }
}
