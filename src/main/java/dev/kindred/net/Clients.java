package dev.kindred.net;

import java.net.http.HttpClient;
import java.time.Duration;

/** Creates HTTP clients. A client keeps connections and threads, so it must be shared. */
public final class Clients {

    private Clients() {}

    /** A client of HTTP/1.1 that follows no redirects, because credentials belong to one address. */
    public static HttpClient.Builder builder(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout);
    }
}
