package dev.kindred.net;

import java.net.http.HttpClient;
import java.time.Duration;

/** HTTP clients. One keeps connections and threads, so it is to be shared. */
public final class Clients {

    private Clients() {}

    /** A client of HTTP/1.1 that follows no redirects, because credentials are for one address alone. */
    public static HttpClient.Builder builder(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout);
    }
}
