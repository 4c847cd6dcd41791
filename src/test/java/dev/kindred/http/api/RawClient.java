package dev.kindred.http.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no proper client would send. */
final class RawClient {

    private static final int TIMEOUT_MS = 20_000;

    private RawClient() {}

    /** The status of the first answer to some bytes; 0 if the server hangs up without one. */
    static int statusOf(URI address, String request) {
        try (Socket socket = connected(address)) {
            send(socket, request);
            socket.shutdownOutput();
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            String line = new String(start, StandardCharsets.ISO_8859_1);
            return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9, 12));
        } catch (java.net.SocketException e) {
            return 0; // refused while it was still being sent
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first answer to some bytes up to its body, or as far as it comes. */
    static String headOf(URI address, String request) {
        try (Socket socket = connected(address)) {
            send(socket, request);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.append(line).append('\n');
            }
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends some bytes and hangs up. */
    static void sendOnly(URI address, String request) {
        try (Socket socket = connected(address)) {
            send(socket, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connected(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(TIMEOUT_MS);
        return socket;
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
