package dev.kindred.serde;

import dev.kindred.model.ItemDictionary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values in the binary encoding of the Avro specification, into a buffer that one thread fills again and again. Like {@link
 * ByteArraySink}, but neither synchronized nor called by a general encoder.
 */
final class AvroBuffer {

    private byte[] bytes = new byte[2048];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size);
    }

    private void ensureRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more));
        }
    }

    /** An {@code int}, {@code long}, index of a union or symbol, or size of a block: zig-zag, seven bits in a byte. */
    void writeLong(long value) {
        ensureRoom(10);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7fL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void writeFloat(float value) {
        ensureRoom(Float.BYTES);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Float.SIZE; shift += 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void writeBoolean(boolean value) {
        writeLong(value ? -1 : 0); // the zig-zag code of -1 is 1
    }

    /** A string in UTF-8. */
    void writeString(byte[] utf8) {
        writeLong(utf8.length);
        ensureRoom(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** The id of an item, as a string. */
    void writeId(ItemDictionary dictionary, int item) {
        int length = dictionary.utf8Length(item);
        writeLong(length);
        ensureRoom(length);
        dictionary.copyUtf8(item, bytes, size);
        size += length;
    }

    void writeString(String value) {
        writeString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The beginning of an array, which is one block unless it is empty. */
    void startArray(int length) {
        if (length > 0) {
            writeLong(length);
        }
    }

    void endArray() {
        writeLong(0);
    }
}
