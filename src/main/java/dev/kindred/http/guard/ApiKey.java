package dev.kindred.http.guard;

import dev.kindred.http.Scope;
import dev.kindred.model.Sha256;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's entry for the key of one caller. It holds the hash of the key, not the key.
 *
 * <p>Unlike a password, a key needs no slow or salted hash. It consists of 256 random bits, so a plain SHA-256 cannot
 * be reversed by brute force.
 *
 * @param name the name of the caller, for people and logs
 * @param scopes the permissions of the caller, at least one
 * @param sha256 the hash of the key, 64 hexadecimal digits in lower case
 */
public record ApiKey(String name, Set<Scope> scopes, String sha256) {

    private static final Pattern ENTRY = Pattern.compile("([^:]*):([^:]*):([^:]*)");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-]{1,40}"); // cannot equal an address: no dot, no colon
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be 1 to 40 of the characters a-z A-Z 0-9 _ -");
        }
        if (scopes.isEmpty() || scopes.contains(Scope.OPEN)) {
            throw new IllegalArgumentException("scopes must be some of " + Scope.WORDS);
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits");
        }
        scopes = Set.copyOf(scopes);
    }

    /** The entry for a key. */
    public static ApiKey of(String name, Set<Scope> scopes, String key) {
        return new ApiKey(name, scopes, HexFormat.of().formatHex(Sha256.of(key)));
    }

    /** A new key: 256 random bits as 43 characters of URL-safe Base64, which need no escaping. */
    public static String random() {
        byte[] bits = new byte[KEY_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * Parses an entry, {@code NAME:SCOPES:SHA256} with the scopes joined by a plus.
     *
     * @throws IllegalArgumentException if it is invalid; the message does not repeat the entry, because a mistaken
     *     entry may contain the key itself
     */
    public static ApiKey parse(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new IllegalArgumentException("an entry must be NAME:SCOPES:SHA256");
        }
        Set<Scope> scopes =
                Arrays.stream(parts.group(2).split("\\+", -1)).map(Scope::of).collect(Collectors.toUnmodifiableSet());
        return new ApiKey(parts.group(1), scopes, parts.group(3).toLowerCase(Locale.ROOT));
    }

    /** Whether the key can do nothing but send events, so that it may stand in a page. */
    boolean isPublic() {
        return scopes.equals(Set.of(Scope.EVENTS));
    }

    /** The entry in the format of {@link #parse}. */
    public String entry() {
        String words = scopes.stream().sorted().map(Scope::word).collect(Collectors.joining("+"));
        return name + ":" + words + ":" + sha256;
    }
}
