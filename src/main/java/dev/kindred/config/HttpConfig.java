package dev.kindred.config;

import static dev.kindred.config.ApplicationConfig.NOT_EMPTY;
import static dev.kindred.config.Limit.between;
import static dev.kindred.config.Limit.matching;

import dev.kindred.http.HttpSettings;
import dev.kindred.http.TlsSettings;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.http.guard.RateSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of answers over HTTP. */
final class HttpConfig {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|(0{1,4}:){7}0{0,3}1");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#,\\s]+");

    static final Group HTTP = new Group("HTTP");
    static final Setting<Boolean> ENABLED = HTTP.flag(
            "http.enabled",
            true,
            "Whether run and demo answer questions over HTTP. Change it to false where only topics are read.");

    static final Setting<String> HOST = HTTP.text(
            "http.host",
            "127.0.0.1",
            NOT_EMPTY,
            "The interface to listen on. Change it to let other machines in, 0.0.0.0 for all that can reach this"
                    + " one; that takes http.keys.");

    static final Setting<Integer> PORT = HTTP.integer(
            "http.port",
            8080,
            between(0, 65_535),
            "The port to listen on, 0 for any free one. Change it when another program has it.");

    static final Setting<Integer> THREADS = HTTP.integer(
            "http.threads",
            32,
            between(4, 1000),
            "Threads that serve requests. Raise it when many slow clients ask at once.");

    static final Setting<Integer> MAX_BODY_BYTES = HTTP.integer(
            "http.body.max.bytes",
            1 << 20,
            between(1024, 64 << 20),
            "The longest acceptable body of a request. Raise it when batches are refused as too large.");

    static final Setting<Duration> EVENTS_TIMEOUT = HTTP.duration(
            "http.events.timeout.ms",
            Duration.ofSeconds(5),
            between(1000, 60_000),
            "How long an event or item that comes over HTTP waits for the brokers before its sender is told to come"
                    + " again. Raise it when brokers change leaders more slowly than that.");

    static final Setting<List<String>> CORS_ORIGINS = HTTP.add(
            "http.cors.origins",
            "",
            Kind.LIST
                    .within(Limit.of("a list of origins such as https://shop.example; or *", HttpConfig::areOrigins))
                    .like("https://shop.example"),
            "Whose pages may send events and ask for lists from the browser, by the CORS protocol; * for all pages."
                    + " Change it to the origins of your shop when its pages ask Kindred directly.");

    static final Setting<String> ADVERTISED = HTTP.text(
            "http.advertised",
            "",
            matching("(\\S+:\\d{1,5})?", "empty or host:port").like("kindred-1:8080"),
            "Where other instances reach this one, as host:port; empty is http.host and http.port, or the name of"
                    + " the machine when it listens on all interfaces. Set it when that is not how others see it.");

    static final Setting<Duration> FORWARD_TIMEOUT = HTTP.duration(
            "http.forward.timeout.ms",
            Duration.ofSeconds(1),
            between(10, 60_000),
            "How long to wait for the instance that has a user. Lower it when callers would rather be told to come"
                    + " again.");

    static final Setting<Boolean> STALE_READS = HTTP.flag(
            "http.stale.reads",
            false,
            "Whether a standby copy may answer while the instance that has a user is gone; the answer then says so."
                    + " Change it to true, with standby.replicas, when a list that is a little old is better than none.");

    static final Setting<ApiKeys> KEYS = HTTP.add(
            "http.keys",
            "",
            Kind.LIST
                    .within(Limit.of("a list of NAME:SCOPES:SHA256, scopes joined by +", list -> true))
                    .as(HttpConfig::keys)
                    .like("what 'kindred keys create' prints")
                    .secret(),
            "The keys of those who may ask; empty asks for none. Add what 'kindred keys create' prints for every"
                    + " caller: it has the hash of a key, not the key.");

    static final Setting<Boolean> OPEN = HTTP.flag(
            "http.open.without.keys",
            false,
            "Whether to listen on more than this machine's own interface though there are no keys. Change it to true"
                    + " where something else keeps strangers out, such as a proxy or a container's port.");

    static final Setting<Optional<Path>> TLS_KEY_STORE = HTTP.path(
            "http.tls.key.store",
            "kindred.p12",
            "A file in the format PKCS12 with the private key and the certificate for TLS; empty is plain HTTP. Set"
                    + " it when keys travel over a network, and restart when the certificate is renewed.");

    static final Setting<String> TLS_PASSWORD = HTTP.add(
            "http.tls.key.store.password",
            "",
            Kind.PASSWORD,
            "The password of that file and of the key in it. Set it in the environment, where the file of settings"
                    + " is read by others.");

    static final Setting<Integer> RATE = HTTP.integer(
            "http.rate.limit.per.second",
            0,
            between(0, 1_000_000),
            "Requests per second that one key is good for in the long run, or one address where there are no keys; 0"
                    + " is any number, since behind a proxy all callers may have one address. Set it so that one caller"
                    + " cannot take the service from the others.");

    static final Setting<Integer> BURST = HTTP.integer(
            "http.rate.limit.burst",
            100,
            between(1, 1_000_000),
            "Requests that one caller may send at once after a pause, where http.rate.limit.per.second sets a limit."
                    + " Raise it for callers that come in waves.");

    private HttpConfig() {}

    static HttpSettings of(Values values) {
        return new HttpSettings(
                values.get(HOST),
                values.get(PORT),
                values.get(THREADS),
                values.get(MAX_BODY_BYTES),
                values.get(CORS_ORIGINS),
                values.get(TLS_KEY_STORE).map(store -> new TlsSettings(store, values.get(TLS_PASSWORD))));
    }

    static RateSettings rate(Values values) {
        return new RateSettings(values.get(RATE), values.get(BURST));
    }

    /** Whether only this machine reaches the host; no name is looked up, since its meaning may change with the network. */
    static boolean listensOnLoopback(Values values) {
        return LOOPBACK.matcher(values.get(HOST)).matches();
    }

    private static boolean areOrigins(List<String> list) {
        return list.equals(List.of("*"))
                || list.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    /** The message names a wrong entry by its place, as it may be a key by mistake. */
    private static ApiKeys keys(List<String> entries) {
        List<ApiKey> keys = new ArrayList<>();
        try {
            entries.forEach(entry -> keys.add(ApiKey.parse(entry)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not acceptable, entry " + (keys.size() + 1) + ": " + e.getMessage(), e);
        }
        try {
            return new ApiKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not acceptable, " + e.getMessage(), e);
        }
    }
}
