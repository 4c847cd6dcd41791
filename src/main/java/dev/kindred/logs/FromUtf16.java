package dev.kindred.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text in UTF-16 with a byte order mark, as UTF-8. */
final class FromUtf16 extends InputStream {

    private final Reader text;
    private final char[] chars = new char[8192];
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final Writer encoder = new OutputStreamWriter(encoded, StandardCharsets.UTF_8); // keeps half a pair
    private byte[] bytes = new byte[0];
    private int position;

    FromUtf16(InputStream in) {
        this.text = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, read);
        position += read;
        return read;
    }

    private boolean fill() throws IOException {
        while (position == bytes.length) {
            int read = text.read(chars);
            if (read < 0) {
                return false;
            }
            encoder.write(chars, 0, read);
            encoder.flush();
            bytes = encoded.toByteArray();
            encoded.reset();
            position = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
