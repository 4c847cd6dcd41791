package dev.kindred.logs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits any bytes into lines.
 *
 * <p>A line ends with a line feed, before which a carriage return is dropped; in a file whose first line ends with a
 * carriage return alone, all do. A line that is too long or not UTF-8 is
 * skipped and reported, so that memory stays bounded and the next line is read as usual.
 *
 * <p>Not thread safe; owned by one {@link LineReader}.
 */
final class LineSource implements AutoCloseable {

    /** Longer lines are rejected as garbage: 64 KiB. */
    static final int MAX_LINE_BYTES = 1 << 16;

    /** A line: its text, or its problem. */
    record Line(long number, String text, @Nullable String problem) {

        boolean isBlank() {
            return problem == null && text.isBlank();
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[2 * MAX_LINE_BYTES]; // buffer[start..end) is read but not yet returned
    private int start;
    private int end;
    private boolean atEnd;
    private byte lineEnd; // 0 until the first line end shows which it is
    private long number;

    LineSource(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, or null after the last one.
     *
     * @throws IOException if the file cannot be read, or ends in the middle of its compressed data
     */
    @Nullable
    Line next() throws IOException {
        int length = findLineFeed();
        if (length < 0) {
            return skipOverlong();
        }
        if (length == 0 && atEnd && start == end) {
            return null;
        }
        Line line = decode(length);
        start = Math.min(end, start + length + 1);
        return line;
    }

    /** The number of bytes of the buffer before the line's end; -1 if the line is longer than the limit. */
    private int findLineFeed() throws IOException {
        int from = start;
        while (true) {
            for (int i = from; i < end; i++) {
                if (isLineEnd(i)) {
                    return i - start;
                }
            }
            if (atEnd) {
                return end - start;
            }
            if (end - start > MAX_LINE_BYTES) {
                return -1;
            }
            int looked = Math.max(0, end - start - 1); // a carriage return at the end waits for its line feed
            fill();
            from = start + looked;
        }
    }

    /** Files of old Macs have carriage returns alone. */
    private boolean isLineEnd(int i) {
        if (lineEnd == 0 && (buffer[i] == '\n' || (buffer[i] == '\r' && i + 1 < end))) {
            lineEnd = buffer[i] == '\r' && buffer[i + 1] != '\n' ? (byte) '\r' : (byte) '\n';
        }
        return lineEnd != 0 && buffer[i] == lineEnd;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = read(end, buffer.length - end);
        atEnd = read < 0;
        end += Math.max(0, read);
    }

    private int read(int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (EOFException e) {
            throw new IOException("the compressed file ends after line " + number + ", before its data do", e);
        }
    }

    private Line skipOverlong() throws IOException {
        while (!atEnd) {
            int lineFeed = indexOfLineFeed();
            if (lineFeed >= 0) {
                start = lineFeed + 1;
                break;
            }
            start = end;
            fill();
        }
        return new Line(++number, "", "line is longer than " + MAX_LINE_BYTES + " bytes");
    }

    private int indexOfLineFeed() {
        for (int i = start; i < end; i++) {
            if (isLineEnd(i)) {
                return i;
            }
        }
        return -1;
    }

    private Line decode(int length) {
        int textLength = length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;
        number++;
        if (textLength > MAX_LINE_BYTES) {
            return new Line(number, "", "line is longer than " + MAX_LINE_BYTES + " bytes");
        }
        if (isAscii(textLength)) {
            return new Line(number, new String(buffer, start, textLength, StandardCharsets.ISO_8859_1), null);
        }
        return decodeUtf8(textLength);
    }

    private boolean isAscii(int length) {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private Line decodeUtf8(int length) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOfRange(buffer, start, start + length));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Line(number, number == 1 ? withoutByteOrderMark(text) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, "", "line is not UTF-8");
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
