package dev.kindred.state;

import dev.kindred.feedback.Impression;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.ShownList;
import dev.kindred.feedback.Touch;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.InteractionType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Encodes what a user was shown and did.
 *
 * <pre>
 * user: version 1 (= 1) | latest time 8 | lists 4 | each list | touches 4 | each touch
 * list: key | has an id 1 | without one: time made 8, scenario, variant | items 4 | each: item, position 4, time 8
 * touch: item | position of the type 1 | time 8 | revenue 8 | key of the list
 * sums: version 1 (= 1) | ten numbers of 8
 * </pre>
 *
 * Texts are those of {@link DataOutputStream#writeUTF}. What the id of a list tells is read from the id.
 */
public record FeedbackCodec(ListIds ids) {

    private static final byte VERSION = 1;

    /** A step of reading or writing. */
    private interface Step<S> {
        void with(S stream) throws IOException;
    }

    /** The bytes of a user. */
    public byte[] encode(UserFeedback user) {
        return written(out -> {
            out.writeLong(user.latestMs());
            out.writeInt(user.lists().size());
            for (ShownList list : user.lists()) {
                write(list, out);
            }
            out.writeInt(user.touches().size());
            for (Touch touch : user.touches()) {
                out.writeUTF(touch.itemId());
                out.writeByte(touch.type().position());
                out.writeLong(touch.timeMs());
                out.writeLong(touch.revenue());
                out.writeUTF(touch.list());
            }
        });
    }

    private static void write(ShownList list, DataOutputStream out) throws IOException {
        out.writeUTF(list.key());
        out.writeBoolean(list.listed());
        if (!list.listed()) {
            out.writeLong(list.origin().timeMs());
            out.writeUTF(list.origin().scenario());
            out.writeUTF(list.origin().variant().orElse(""));
        }
        out.writeInt(list.items().size());
        for (var item : list.items().entrySet()) {
            out.writeUTF(item.getKey());
            out.writeInt(item.getValue().position());
            out.writeLong(item.getValue().timeMs());
        }
    }

    private static byte[] written(Step<DataOutputStream> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            content.with(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream opened(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IllegalStateException("the stored feedback has layout " + version + ", and this release reads "
                    + VERSION + ": start the release that wrote it, or reset the application");
        }
        return in;
    }

    /** The feedback of a user in a store; empty if it has none. */
    public Optional<UserFeedback> find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        return Optional.ofNullable(store.get(Bytes.wrap(userId.getBytes(StandardCharsets.UTF_8))))
                .map(this::decode);
    }

    /** The user of some bytes. */
    public UserFeedback decode(byte[] bytes) {
        try (DataInputStream in = opened(bytes)) {
            long latestMs = in.readLong();
            List<ShownList> lists = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                readList(in).ifPresent(lists::add);
            }
            List<Touch> touches = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                touches.add(new Touch(in.readUTF(), type(in.readByte()), in.readLong(), in.readLong(), in.readUTF()));
            }
            return new UserFeedback(latestMs, lists, touches);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored feedback of a user is incomplete", e);
        }
    }

    private static InteractionType type(int position) {
        return InteractionType.in(1 << position).get(0);
    }

    /** Empty if the secret of the deployment changed, so that the id is no longer one of its own. */
    private Optional<ShownList> readList(DataInputStream in) throws IOException {
        String key = in.readUTF();
        boolean listed = in.readBoolean();
        Optional<ListOrigin> origin = listed ? ids.read(key) : Optional.of(named(in));
        SortedMap<String, Impression> items = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.put(in.readUTF(), new Impression(in.readInt(), in.readLong()));
        }
        return origin.map(made -> new ShownList(key, made, listed, items));
    }

    private static ListOrigin named(DataInputStream in) throws IOException {
        long timeMs = in.readLong();
        String scenario = in.readUTF();
        String variant = in.readUTF();
        return new ListOrigin(
                timeMs,
                scenario,
                variant.isEmpty() ? Optional.empty() : Optional.of(variant),
                OptionalDouble.empty(),
                List.of());
    }

    /** The bytes of sums. */
    public static byte[] encode(OutcomeSums sums) {
        return written(out -> {
            out.writeLong(sums.impressions());
            out.writeLong(sums.clicks());
            out.writeLong(sums.carts());
            out.writeLong(sums.purchases());
            out.writeLong(sums.revenue());
            out.writeLong(sums.lists());
            out.writeLong(sums.clickedLists());
            out.writeLong(sums.boughtLists());
            out.writeDouble(sums.revenueSquares());
            out.writeLong(sums.users());
        });
    }

    /** The sums of some bytes. */
    public static OutcomeSums decodeSums(byte[] bytes) {
        try (DataInputStream in = opened(bytes)) {
            return new OutcomeSums(
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readDouble(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException("the stored sums are incomplete", e);
        }
    }
}
