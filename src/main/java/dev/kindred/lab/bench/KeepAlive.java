package dev.kindred.lab.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection that is kept alive, with as much of HTTP/1.1 (RFC 9112) as a benchmark of our own server needs: GET, and
 * answers with a {@code Content-Length}. After a failure it connects anew. Not thread safe.
 */
final class KeepAlive implements AutoCloseable {

    private static final int TIMEOUT_MS = (int) Duration.ofSeconds(10).toMillis();
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);

    private final URI server;
    private final byte[] received = new byte[64 * 1024]; // its start; a body that is longer is read over it
    private Socket socket;
    private boolean broken;

    private KeepAlive(URI server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    /**
     * Connects.
     *
     * @throws IOException if nobody listens there
     */
    static KeepAlive open(URI server) throws IOException {
        return new KeepAlive(server, connect(server));
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        return socket;
    }

    /**
     * Asks, and reads the answer to its end.
     *
     * @return the status
     * @throws IOException if no answer comes, or none that is understood
     */
    int get(String path) throws IOException {
        if (broken) {
            socket.close();
            socket = connect(server);
        }
        broken = true; // until the answer has been read
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = readAnswer(socket.getInputStream());
        broken = false;
        return status;
    }

    private int readAnswer(InputStream in) throws IOException {
        int size = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            int from = Math.max(0, size - 3);
            size += read(in, size);
            headEnd = endOfHead(from, size);
        }
        String head = new String(received, 0, headEnd, StandardCharsets.ISO_8859_1);
        for (int missing = headEnd + number(LENGTH, head) - size; missing > 0; ) {
            missing -= read(in, 0);
        }
        return number(STATUS, head);
    }

    private int read(InputStream in, int at) throws IOException {
        int count = in.read(received, at, received.length - at);
        if (count <= 0) {
            throw new EOFException("the server hung up, or its answer has a head without end");
        }
        return count;
    }

    /** Where the body begins; -1 if that has not come yet. */
    private int endOfHead(int from, int size) {
        for (int i = from; i + 3 < size; i++) {
            if (received[i] == '\r' && received[i + 1] == '\n' && received[i + 2] == '\r' && received[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static int number(Pattern pattern, String head) throws IOException {
        Matcher matcher = pattern.matcher(head);
        if (!matcher.find()) {
            throw new IOException("this is no answer with a status and a length");
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
