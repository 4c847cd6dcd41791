package dev.kindred.feedback;

import dev.kindred.model.KeyedHash;
import dev.kindred.model.Strategy;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes and reads the ids of lists. An id is the {@link ListOrigin} itself, signed, in the alphabet of URLs. So lists need
 * no storage, and an event that sends the id back brings all that attribution needs. The signature begins HMAC-SHA-256
 * with the secret of the deployment: an id of another deployment, or a forged one, is unknown here. No user is in it.
 *
 * <pre>
 * version 1 (= 1) | signature 8 | time 8 | nonce 4 | propensity 4, not a number for none | scenario 1 + n | variant 1 + n
 *   | strategies 1 + one byte for two, lower half first
 * </pre>
 *
 * <p>An id of a list of 20 has about 65 characters, the longest 243. Safe for many threads.
 */
public final class ListIds {

    private static final byte VERSION = 1;
    private static final int SIGNATURE_BYTES = 8;
    private static final int SIGNED_FROM = 1 + SIGNATURE_BYTES;
    private static final int MAX_BYTES = SIGNED_FROM + 8 + 4 + 4 + 2 * (1 + 64) + 1 + ListOrigin.POSITIONS / 2;
    private static final Strategy[] STRATEGIES = Strategy.values();

    private final KeyedHash hash;

    /** @param hash with the secret of the deployment, the same on all instances */
    public ListIds(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * The id of a list.
     *
     * @param nonce distinguishes lists that were made in the same millisecond
     */
    @SuppressWarnings("EnumOrdinal") // new strategies go to the end
    public String make(ListOrigin origin, int nonce) {
        ByteBuffer id = ByteBuffer.allocate(MAX_BYTES);
        id.put(VERSION).position(SIGNED_FROM);
        id.putLong(origin.timeMs()).putInt(nonce).putFloat((float)
                origin.propensity().orElse(Double.NaN));
        putText(id, origin.scenario());
        putText(id, origin.variant().orElse(""));
        List<Strategy> strategies = origin.strategies();
        id.put((byte) strategies.size());
        for (int i = 0; i < strategies.size(); i += 2) {
            int second = i + 1 < strategies.size() ? strategies.get(i + 1).ordinal() : 0;
            id.put((byte) (strategies.get(i).ordinal() | second << 4));
        }
        byte[] bytes = Arrays.copyOf(id.array(), id.position());
        System.arraycopy(signature(bytes), 0, bytes, 1, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void putText(ByteBuffer to, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        to.put((byte) ascii.length).put(ascii);
    }

    private byte[] signature(byte[] id) {
        return hash.first(SIGNATURE_BYTES, Arrays.copyOfRange(id, SIGNED_FROM, id.length));
    }

    /** The origin of a list, from its id; empty if it was not made by this deployment. */
    public Optional<ListOrigin> read(String listId) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(listId);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean isOurs = bytes.length > SIGNED_FROM
                && bytes[0] == VERSION
                && Arrays.equals(signature(bytes), Arrays.copyOfRange(bytes, 1, SIGNED_FROM));
        try {
            return isOurs ? Optional.of(origin(ByteBuffer.wrap(bytes).position(SIGNED_FROM))) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // of a newer release with more strategies
        }
    }

    private static ListOrigin origin(ByteBuffer id) {
        long timeMs = id.getLong();
        id.getInt();
        float propensity = id.getFloat();
        String scenario = text(id);
        String variant = text(id);
        int size = id.get();
        List<Strategy> strategies = new ArrayList<>(size);
        for (int i = 0; i < size; i += 2) {
            byte both = id.get();
            strategies.add(STRATEGIES[both & 0xf]);
            if (i + 1 < size) {
                strategies.add(STRATEGIES[(both >> 4) & 0xf]);
            }
        }
        return new ListOrigin(
                timeMs,
                scenario,
                variant.isEmpty() ? Optional.empty() : Optional.of(variant),
                Float.isNaN(propensity) ? OptionalDouble.empty() : OptionalDouble.of(propensity),
                strategies);
    }

    private static String text(ByteBuffer from) {
        byte[] ascii = new byte[from.get()];
        from.get(ascii);
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
