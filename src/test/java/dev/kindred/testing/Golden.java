package dev.kindred.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of a stored layout, written down with a comment on each. */
public final class Golden {

    private Golden() {}

    /**
     * Reads the bytes of a test resource.
     *
     * @param name the absolute name of a text file: hexadecimal digits, white space, and comments from {@code #} on
     */
    public static byte[] bytes(String name) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("there is no resource " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
        }
    }
}
