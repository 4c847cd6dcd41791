package dev.kindred.serde;

import dev.kindred.model.Require;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the registry client, read from properties with Confluent's names.
 *
 * @param urls the base URLs, in the order in which they are tried
 * @param autoRegister whether a new schema is registered at its first use; otherwise it is looked up
 */
record RegistrySettings(List<BaseUrl> urls, boolean autoRegister) {

    static final String URL = "schema.registry.url";
    private static final String AUTO_REGISTER = "auto.register.schemas";
    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** A base URL without credentials and without a slash at the end, and the header that carries the credentials. */
    record BaseUrl(String url, Optional<String> authorization) {

        URI resolve(String path) {
            return URI.create(url + path);
        }

        /** Without the credentials. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** The registry at the URL of the properties and the bundled schemas, or these alone without a URL. */
    static SchemaIds schemaIds(Map<String, ?> properties) {
        return text(properties, URL)
                .<SchemaIds>map(urls ->
                        new RegistryWithBundled(RegistryClient.connect(of(urls, properties)), new BundledSchemas()))
                .orElseGet(BundledSchemas::new);
    }

    /** @throws IllegalArgumentException if a URL is malformed or the source of credentials is not supported */
    static RegistrySettings of(String urls, Map<String, ?> properties) {
        Optional<String> credentials = credentials(properties);
        List<BaseUrl> bases = Arrays.stream(urls.split(",", -1))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .map(url -> baseUrl(url, credentials))
                .toList();
        Require.that(!bases.isEmpty(), URL + " must name at least one URL", urls);
        return new RegistrySettings(
                bases,
                text(properties, AUTO_REGISTER).map(Boolean::parseBoolean).orElse(true));
    }

    /** The credentials for all URLs; empty if each URL contains its own or none. */
    private static Optional<String> credentials(Map<String, ?> properties) {
        String source = text(properties, CREDENTIALS_SOURCE).orElse("URL");
        return switch (source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" ->
                Optional.of(text(properties, USER_INFO)
                        .orElseThrow(() -> new IllegalArgumentException(
                                USER_INFO + " must be set when " + CREDENTIALS_SOURCE + " is USER_INFO")));
            default ->
                throw new IllegalArgumentException(CREDENTIALS_SOURCE + " must be URL or USER_INFO, got " + source);
        };
    }

    private static BaseUrl baseUrl(String text, Optional<String> credentials) {
        URI uri = parse(text);
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String url = uri.getScheme() + "://" + uri.getHost() + port + path.replaceAll("/+$", "");
        Optional<String> userInfo = credentials.or(() -> Optional.ofNullable(uri.getUserInfo()));
        return new BaseUrl(url, userInfo.map(RegistrySettings::basic));
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && SCHEMES.contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw malformed(); // without a cause: its message would contain the URL, which may contain a password
        }
        throw malformed();
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                URL + " must hold URLs such as http://host:8081, separated by commas; one of them is malformed");
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Map<String, ?> properties, String name) {
        return Optional.ofNullable(properties.get(name))
                .map(value -> value instanceof List<?> list
                        ? join(list)
                        : value.toString().trim())
                .filter(value -> !value.isEmpty());
    }

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
