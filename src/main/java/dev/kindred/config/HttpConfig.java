package dev.kindred.config;

import static dev.kindred.config.ApplicationConfig.NOT_EMPTY;
import static dev.kindred.config.Limit.between;
import static dev.kindred.config.Limit.matching;

import dev.kindred.http.BodySettings;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.TlsSettings;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.http.guard.GuardSettings;
import dev.kindred.http.guard.RateSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of the HTTP server. */
final class HttpConfig {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|(0{1,4}:){7}0{0,3}1");
    private static final String ANY = "*";
    private static final RateSettings WRONG_KEYS = new RateSettings(1, 20);
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#,\\s]+");

    static final Group HTTP = new Group("HTTP");
    static final Setting<Boolean> ENABLED = HTTP.flag("http.enabled", true, """
            true lets run and demo serve requests over HTTP. Change it to false when all consumers read the topics
            only.""");

    static final Setting<String> HOST = HTTP.text("http.host", "127.0.0.1", NOT_EMPTY, """
            The interface to listen on. Change it to accept requests from other machines, 0.0.0.0 for all interfaces;
            that requires http.keys.""");

    static final Setting<Integer> PORT = HTTP.integer("http.port", 8080, between(0, 65_535), """
            The port to listen on, 0 for any free one. Change it when another program uses the port.""");

    static final Setting<Integer> THREADS = HTTP.integer("http.threads", 32, between(4, 1000), """
            How many requests Kindred works on at a time; the others wait. Slow senders, health checks and metrics do
            not count. Raise it when many requests wait for the brokers or for other instances.""");

    static final Setting<Integer> MAX_BODY_BYTES =
            HTTP.integer("http.body.max.bytes", 1 << 20, between(1024, 64 << 20), """
            The maximum size of a request body. Raise it when Kindred rejects batches as too large.""");

    static final Setting<Duration> BODY_TIMEOUT =
            HTTP.duration("http.body.timeout.ms", Duration.ofSeconds(10), between(100, 600_000), """
            How long the body of a request may take to arrive. Raise it when clients on slow lines send large bodies.""");

    static final Setting<Integer> MIN_BODY_RATE =
            HTTP.integer("http.body.min.bytes.per.second", 500, between(0, 1_000_000), """
            The least rate at which the body of a request may arrive, after the first two seconds; 0 for any. Lower it
            when clients on very slow lines get status 408.""");

    static final Setting<Duration> EVENTS_TIMEOUT =
            HTTP.duration("http.events.timeout.ms", Duration.ofSeconds(5), between(1000, 60_000), """
            How long a request with events or items waits for the brokers before the client is asked to retry. Raise it
            when your brokers need longer to elect leaders.""");

    static final Setting<List<String>> CORS_ORIGINS = HTTP.add(
            "http.cors.origins",
            "",
            Kind.LIST
                    .within(Limit.of("a list of origins such as https://shop.example; or *", HttpConfig::areOrigins))
                    .like("https://shop.example"),
            """
            The origins whose pages may send events and request lists from the browser, by the CORS protocol; * for
            all. Kindred refuses changes that pages of other origins send. Change it to the origins of your shop when
            its pages call Kindred directly.""");

    static final Setting<List<String>> HOSTS = HTTP.add(
            "http.hosts",
            "",
            Kind.LIST
                    .within(Limit.of("a list of host names without port, or *", HttpConfig::areHosts))
                    .like("kindred.shop.example"),
            """
            The names under which clients reach this instance, without port; * for any. IP addresses, localhost,
            http.host and http.advertised always count. Empty accepts every name when http.keys has keys, and no other
            name when it has none. Set it when clients without keys use another name.""");

    static final Setting<String> ADVERTISED = HTTP.text(
            "http.advertised",
            "",
            matching("(\\S+:\\d{1,5})?", "empty or host:port").like("kindred-1:8080"),
            """
            The address of this instance for other instances, as host:port; empty means http.host and http.port, or the
            machine's host name when it listens on all interfaces. Set it when other instances need another address.""");

    static final Setting<Duration> FORWARD_TIMEOUT =
            HTTP.duration("http.forward.timeout.ms", Duration.ofSeconds(1), between(10, 60_000), """
            How long a request waits for the instance that has the user. Lower it when clients prefer a quick error and
            a retry to a wait.""");

    static final Setting<Boolean> STALE_READS = HTTP.flag("http.stale.reads", false, """
            true lets a standby copy answer while the instance that has a user is down; the answer is then marked as
            stale. Change it to true, together with standby.replicas, when an old list is better than none.""");

    static final Setting<ApiKeys> KEYS = HTTP.add(
            "http.keys",
            "",
            Kind.LIST
                    .within(Limit.of("a list of NAME:SCOPES:SHA256, scopes joined by +", list -> true))
                    .as(HttpConfig::keys)
                    .like("what 'kindred keys create' prints")
                    .secret(),
            """
            The API keys of the clients; empty accepts requests without a key. Add the output of 'kindred keys create'
            for every client: it contains the hash of a key, not the key.""");

    static final Setting<Boolean> EVENTS_WITHOUT_KEY = HTTP.flag("http.cors.events.without.key", false, """
            true lets the pages of http.cors.origins send events without a key. Change it to true to keep keys out of
            pages; a program can claim any origin, as it can read a key from a page.""");

    static final Setting<Boolean> OPEN = HTTP.flag("http.open.without.keys", false, """
            true allows an http.host beyond this machine without keys. Change it to true when something else controls
            access, such as a proxy or a container's port.""");

    static final Setting<Optional<Path>> TLS_KEY_STORE = HTTP.path("http.tls.key.store", "kindred.p12", """
            A PKCS12 file with the private key and the certificate for TLS; empty means plain HTTP. Set it when API
            keys travel over a network; restart Kindred after the certificate was renewed.""");

    static final Setting<String> TLS_PASSWORD = HTTP.add("http.tls.key.store.password", "", Kind.PASSWORD, """
            The password of that file and of its private key. Set it in the environment when other people can read the
            configuration file.""");

    static final Setting<Integer> RATE = HTTP.integer("http.rate.limit.per.second", 0, between(0, 1_000_000), """
            The sustained rate limit of one key in requests per second, or of one address without a key or with a key
            that may only send events; 0 sets no limit. Set it so that one client cannot block the others; without
            keys, remember that all clients behind a proxy may share one address.""");

    static final Setting<Integer> BURST = HTTP.integer("http.rate.limit.burst", 100, between(1, 1_000_000), """
            The number of requests that one client may send at once after a pause; it applies when
            http.rate.limit.per.second sets a limit. Raise it for clients that send bursts.""");

    private HttpConfig() {}

    static HttpSettings of(Values values) {
        return new HttpSettings(
                values.get(HOST),
                values.get(PORT),
                values.get(THREADS),
                new BodySettings(values.get(MAX_BODY_BYTES), values.get(BODY_TIMEOUT), values.get(MIN_BODY_RATE)),
                values.get(CORS_ORIGINS),
                values.get(TLS_KEY_STORE).map(store -> new TlsSettings(store, values.get(TLS_PASSWORD))));
    }

    static GuardSettings guard(Values values, String advertised) {
        return new GuardSettings(
                hosts(values, advertised),
                values.get(CORS_ORIGINS),
                values.get(EVENTS_WITHOUT_KEY),
                values.get(KEYS),
                new RateSettings(values.get(RATE), values.get(BURST)),
                WRONG_KEYS);
    }

    private static Set<String> hosts(Values values, String advertised) {
        if (values.get(HOSTS).isEmpty() && !values.get(KEYS).isEmpty()) {
            return Set.of(ANY); // a page under a foreign name has no key
        }
        return Stream.concat(Stream.of("localhost", values.get(HOST), advertised), values.get(HOSTS).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether only this machine reaches the host. Does not resolve names, because their addresses may change. */
    static boolean listensOnLoopback(Values values) {
        return LOOPBACK.matcher(values.get(HOST)).matches();
    }

    private static boolean areOrigins(List<String> list) {
        return list.equals(List.of(ANY))
                || list.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    private static boolean areHosts(List<String> list) {
        return list.equals(List.of(ANY))
                || list.stream().allMatch(name -> HOST_NAME.matcher(name).matches());
    }

    /** Messages name a wrong entry by its position only, because it may be a key by mistake. */
    private static ApiKeys keys(List<String> entries) {
        List<ApiKey> keys = new ArrayList<>();
        try {
            entries.forEach(entry -> keys.add(ApiKey.parse(entry)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("invalid at entry " + (keys.size() + 1) + ": " + e.getMessage(), e);
        }
        try {
            return new ApiKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("invalid: " + e.getMessage(), e);
        }
    }
}
