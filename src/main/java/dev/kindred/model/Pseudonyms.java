package dev.kindred.model;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonyms under which a deployment knows its users, so that no id of the shop passes its doors. Thread safe.
 *
 * <pre>
 * pseudonym = "u~" + base64url(first 16 bytes of HMAC-SHA-256(key, id in UTF-8)), without padding: 24 characters
 * </pre>
 *
 * <p>Every door applies {@link #of}, and a record may pass several. So what has the form of a pseudonym stays as it is,
 * also one of a former key, without which a rotation could not name the users to merge. The form alone decides: a proof
 * by the key would refuse former keys, and protects nothing, because a caller that may write for any user needs no pseudonym.
 */
public final class Pseudonyms {

    /** Users are known by the shop's own ids. */
    public static final Pseudonyms NONE = new Pseudonyms(null);

    private static final String PREFIX = "u~";
    private static final Pattern FORM = Pattern.compile("u~[A-Za-z0-9_-]{21}[AQgw]"); // the last one has two bits
    /** The least length of a key. */
    public static final int KEY_BYTES = 32;

    private final @Nullable KeyedHash hash;

    private Pseudonyms(@Nullable KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * The pseudonyms of a key.
     *
     * @param key at least 32 bytes
     */
    public static Pseudonyms withKey(byte[] key) {
        Require.that(key.length >= KEY_BYTES, "a key must have at least 32 bytes", key.length);
        return new Pseudonyms(KeyedHash.withKey(key));
    }

    /** Whether users have pseudonyms. */
    public boolean isOn() {
        return hash != null;
    }

    /** The pseudonym of a user; the id itself where users have none, or if it is a pseudonym already. */
    public String of(String userId) {
        if (hash == null || isPseudonym(userId)) {
            return userId;
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytesOf(userId));
    }

    private static boolean isPseudonym(String userId) {
        return userId.startsWith(PREFIX) && FORM.matcher(userId).matches();
    }

    /** The same event of the pseudonym. */
    public Interaction of(Interaction event) {
        return hash == null
                ? event
                : new Interaction(
                        event.eventId(),
                        of(event.userId()),
                        event.itemId(),
                        event.type(),
                        event.timestampMs(),
                        event.strength(),
                        event.amount(),
                        event.list());
    }

    /** The same merge of the pseudonyms. */
    public Merge of(Merge merge) {
        return hash == null ? merge : new Merge(of(merge.from()), of(merge.into()), merge.timestampMs());
    }

    /** The same request for the pseudonym. */
    public ErasureRequest of(ErasureRequest request) {
        return hash == null
                ? request
                : new ErasureRequest(
                        request.requestId(), of(request.userId()), request.requestedMs(), request.reason());
    }

    /** The same attributes of the pseudonym. */
    public UserAttributes of(UserAttributes user) {
        return hash == null
                ? user
                : new UserAttributes(of(user.userId()), user.attributes(), user.consents(), user.updatedMs());
    }

    /** The same change of the pseudonym. */
    public UserChange of(UserChange change) {
        return hash == null
                ? change
                : new UserChange(of(change.userId()), change.attributes().map(this::of));
    }
}
