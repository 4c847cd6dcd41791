package dev.kindred.logs;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that may be compressed with gzip or zip, and may be in UTF-16. */
public final class Compression {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String ZIP_MAGIC = "PK\u0003\u0004";

    /** The first bytes of files that are no text, and what to do with them. */
    private static final Map<String, String> OTHERS = Map.of(
            "PAR1", "is a Parquet file: export it as CSV or JSON Lines",
            "ORC", "is an ORC file: export it as CSV or JSON Lines",
            "Obj\u0001", "is an Avro file: export it as JSON Lines",
            "(\u00b5/\u00fd", "is compressed with zstd: decompress it first, or use gzip",
            "BZh", "is compressed with bzip2: decompress it first, or use gzip",
            "7z\u00bc\u00af", "is a 7z archive: unpack it first, or use gzip",
            "\u00fd7zXZ", "is compressed with xz: decompress it first, or use gzip",
            "\u00d0\u00cf\u0011\u00e0", "is an Excel workbook: save it as CSV",
            "%PDF", "is a PDF file: export it as CSV");

    private Compression() {}

    /**
     * Opens the content of a file as UTF-8; its first bytes, not its name, decide what it is.
     *
     * @param file the stream, closed with the result
     * @throws IOException if the file is of a kind that cannot be read; the message says which
     */
    public static InputStream decompressed(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
        String magic = peek(in);
        if (magic.length() > 1 && (magic.charAt(0) << 8 | magic.charAt(1)) == GZIP_MAGIC) {
            return text(new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES));
        }
        return magic.startsWith(ZIP_MAGIC) ? text(new BufferedInputStream(onlyFile(in), BUFFER_BYTES)) : text(in);
    }

    private static String peek(BufferedInputStream in) throws IOException {
        in.mark(8);
        String magic = new String(in.readNBytes(6), StandardCharsets.ISO_8859_1);
        in.reset();
        return magic;
    }

    /** The only file of an archive; directories and what macOS adds do not count. */
    private static InputStream onlyFile(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals("[Content_Types].xml")) {
                throw new IOException("is an Excel workbook: save it as CSV");
            }
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                return new OnlyEntry(zip);
            }
        }
        throw new IOException("is an empty zip archive");
    }

    private static InputStream text(BufferedInputStream in) throws IOException {
        String magic = peek(in);
        Optional<String> other = OTHERS.entrySet().stream()
                .filter(kind -> magic.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (other.isPresent()) {
            throw new IOException(other.get());
        }
        boolean isUtf16 = magic.startsWith("\u00ff\u00fe") || magic.startsWith("\u00fe\u00ff");
        return isUtf16 ? new FromUtf16(in) : in;
    }

    /** Fails at the end of the first file if there is another one, rather than leaving it out without a word. */
    private static final class OnlyEntry extends FilterInputStream {

        private final ZipInputStream zip;

        OnlyEntry(ZipInputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read < 0) {
                checkLast();
            }
            return read;
        }

        private void checkLast() throws IOException {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                    throw new IOException("the zip archive has more than one file: the next is "
                            + RejectedLineException.shown(entry.getName()) + "; unpack it");
                }
            }
        }
    }
}
