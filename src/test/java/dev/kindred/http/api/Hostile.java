package dev.kindred.http.api;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests that mean no good, from parts that are nearly right. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            "ada",
            "..",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "%00",
            "%ff%fe",
            "%",
            "%zz",
            "a;b=c",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "null",
            "true",
            "none,none",
            ",,,",
            "'%20OR%201=1--",
            "<script>",
            "${jndi:x}",
            "\u00e9\u00ff",
            "&&==",
            "a\tb",
            "#",
            "?",
            "[{\"",
            "x".repeat(3000));
    private static final List<String> METHODS =
            List.of("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "G ET", "");
    private static final List<String> HEADERS = List.of(
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 6",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: identity, chunked\r\nContent-Length: 3",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: ;;;",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: a miracle",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Host: other",
            "Cookie: " + "a=b; ".repeat(200),
            "Accept: \u00ff",
            "X: \r\n continued",
            ": nameless",
            "Range: bytes=0-0,-1",
            "If-None-Match: *",
            "Origin: null",
            "Origin: https://shop.example\r\nAccess-Control-Request-Method: \u00ff");
    private static final List<String> FRAGMENTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"events\"",
            "\"userIds\"",
            "\"userId\"",
            "\"items\"",
            "\"price\"",
            "\"tags\"",
            "\"itemId\"",
            "\"type\"",
            "\"CLICK\"",
            "null",
            "true",
            "-",
            "1e999",
            "0.1",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\u0000",
            "\ufeff",
            " ",
            "NaN",
            "//",
            "'x'");

    private final RandomGenerator random;

    Hostile(RandomGenerator random) {
        this.random = random;
    }

    /** A request to a path, as it goes over the wire. */
    String request(String method, String path, boolean hasBody, List<String> parameters) {
        String body = hasBody || random.nextInt(4) == 0 ? json() : "";
        StringBuilder request = new StringBuilder();
        request.append(random.nextInt(5) == 0 ? pick(METHODS) : method).append(' ');
        request.append(path(path)).append(query(parameters));
        request.append(random.nextInt(30) == 0 ? " HTTP/9.9\r\n" : " HTTP/1.1\r\n");
        request.append(random.nextInt(30) == 0 ? "" : "Host: localhost\r\n");
        request.append(random.nextInt(3) == 0 ? pick(HEADERS) + "\r\n" : "");
        request.append(
                body.isEmpty()
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + (body.length() + random.nextInt(2))
                                + "\r\n");
        return request.append("\r\n").append(body).toString();
    }

    private String path(String path) {
        String filled = path.replaceAll("\\{\\w+}", Matcher.quoteReplacement(pick(TEXTS)));
        return random.nextInt(6) == 0 ? filled + "/" + pick(TEXTS) : filled;
    }

    private String query(List<String> parameters) {
        if (random.nextBoolean()) {
            return "";
        }
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> (parameters.isEmpty() ? pick(TEXTS) : pick(parameters)) + "=" + pick(TEXTS))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** Pieces of JSON, in no good order. */
    String json() {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> pick(FRAGMENTS))
                .collect(Collectors.joining());
    }

    /** The same, surely of no described shape. */
    String brokenJson() {
        return json() + "{{";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
