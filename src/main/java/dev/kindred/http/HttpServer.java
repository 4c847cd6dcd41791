package dev.kindred.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server; close it to stop. It binds its port first, so that its address can be advertised. Clients that
 * connect before {@link #serve} wait.
 */
public final class HttpServer implements AutoCloseable {

    private static final Problem STOPPING =
            Problem.of(ProblemKind.NOT_READY, "this instance shuts down").retryAfter(Duration.ofSeconds(1));
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHUTDOWN_IDLE_TIMEOUT = Duration.ofMillis(100); // of clients that keep a connection
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int MAX_LOGGED_REASON = 100;
    private static final HttpCompliance NO_BARE_LINE_FEEDS = HttpCompliance.RFC9110.without(
            "no-bare-line-feeds",
            HttpCompliance.Violation.LF_HEADER_TERMINATION,
            HttpCompliance.Violation.LF_CHUNK_TERMINATION);
    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
    private static final int SPARE_THREADS = 8; // for the server itself, bodies that arrive, and urgent routes

    private final HttpSettings settings;
    private final Server server;
    private final ServerConnector connector;
    private final SecurityHeaders headers;
    private final Turns workers;
    private final Semaphore bodyMemory; // a permit per byte: as many bodies of the greatest length as workers

    private HttpServer(HttpSettings settings) {
        this.settings = settings;
        this.headers = new SecurityHeaders(settings.tls().isPresent());
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads() + SPARE_THREADS, 4);
        threads.setName("http");
        this.workers = new Turns(settings.threads(), threads);
        this.bodyMemory = new Semaphore((int) Math.min(
                Integer.MAX_VALUE, (long) settings.threads() * settings.bodies().maxBytes()));
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, protocols(settings));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(this::refuse);
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    private org.eclipse.jetty.server.Handler handler(Router router) {
        org.eclipse.jetty.server.Handler routes = new RouterHandler(router);
        if (settings.browserOrigins().isEmpty()) {
            return routes;
        }
        BrowserAccess others = access(router::isForBrowsers, false, routes);
        return access(router::takesBeacons, true, others); // sendBeacon always asks for credentials
    }

    private BrowserAccess access(Predicate<String> paths, boolean credentials, org.eclipse.jetty.server.Handler next) {
        BrowserAccess access = new BrowserAccess(paths, settings.browserOrigins(), credentials);
        access.setHandler(next);
        return access;
    }

    private static ConnectionFactory[] protocols(HttpSettings settings) {
        ConnectionFactory http = new HttpConnectionFactory(configuration());
        return settings.tls()
                .map(tls -> AbstractConnectionFactory.getFactories(encryption(tls), http))
                .orElseGet(() -> new ConnectionFactory[] {http});
    }

    private static SslContextFactory.Server encryption(TlsSettings settings) {
        SslContextFactory.Server encryption = new SslContextFactory.Server();
        encryption.setKeyStore(settings.load());
        encryption.setKeyStorePassword(settings.password());
        encryption.setIncludeProtocols("TLSv1.3", "TLSv1.2"); // some JDKs still allow older versions
        return encryption;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setHttpCompliance(NO_BARE_LINE_FEEDS);
        configuration.setUriCompliance(UriCompliance.UNSAFE); // no path names a file, and ids may hold any character
        return configuration;
    }

    /**
     * Binds the port.
     *
     * @throws HttpServerException if the port cannot be bound, or the TLS key cannot be read
     */
    public static HttpServer bind(HttpSettings settings) {
        HttpServer server = new HttpServer(settings);
        try {
            server.connector.open();
            return server;
        } catch (IOException e) {
            server.close();
            throw new HttpServerException(
                    String.format(
                            Locale.ROOT,
                            "cannot listen on port %d of %s: set http.port to another port (0 selects a free one), set"
                                    + " http.host to an address of this machine, or stop the program on that port",
                            settings.port(),
                            settings.host()),
                    e);
        }
    }

    /**
     * Starts to answer requests.
     *
     * @throws HttpServerException if the server cannot start
     */
    public void serve(Router router) {
        server.setHandler(new GracefulHandler(handler(router)));
        try {
            server.start();
        } catch (Exception e) { // declared by Jetty
            throw new HttpServerException("the HTTP server cannot start", e);
        }
    }

    /** Binds the port and starts to answer requests. */
    public static HttpServer start(HttpSettings settings, Router router) {
        HttpServer server = bind(settings);
        server.serve(router);
        return server;
    }

    /** The address of the server, with the host as configured. */
    public URI address() {
        boolean isIpv6 = settings.host().contains(":");
        String host = isIpv6 ? "[" + settings.host() + "]" : settings.host();
        String scheme = settings.tls().isPresent() ? "https://" : "http://";
        return URI.create(scheme + host + ":" + connector.getLocalPort());
    }

    /** Stops; running requests have a few seconds to finish, and are cut off then. */
    @Override
    public void close() {
        try {
            server.stop();
            connector.close(); // needed if the server never started
        } catch (TimeoutException e) {
            log.warn("Requests that did not finish in time were cut off at the stop of the HTTP server");
        } catch (Exception e) { // declared by Jetty
            throw new HttpServerException("the HTTP server did not stop cleanly", e);
        }
    }

    /**
     * Answers requests that Jetty rejects before routing. Status 503 means that the server stops. All other statuses except
     * 500 count as an error of the client.
     */
    private boolean refuse(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            write(Reply.of(STOPPING), response, callback);
            return true;
        }
        boolean isDefect = status == HttpStatus.INTERNAL_SERVER_ERROR_500;
        boolean isClientError = status >= 400 && status < 500;
        log.warn(
                "Refused a request from {} before routing, with status {}: {}",
                org.eclipse.jetty.server.Request.getRemoteAddr(request),
                status,
                reason(request));
        ProblemKind kind = isDefect ? ProblemKind.INTERNAL_ERROR : ProblemKind.MALFORMED_REQUEST;
        Problem problem = Problem.of(kind, isDefect ? "the server failed" : "the server cannot parse the request");
        write(Reply.of(problem, isClientError ? status : problem.status()), response, callback);
        return true;
    }

    /** The reason that Jetty states, cut and without control characters: it may repeat bytes of the client. */
    private static String reason(org.eclipse.jetty.server.Request request) {
        String message = Objects.requireNonNullElse(request.getAttribute(ErrorHandler.ERROR_MESSAGE), "")
                .toString();
        String cut = message.length() <= MAX_LOGGED_REASON ? message : message.substring(0, MAX_LOGGED_REASON) + "...";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    private void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        headers.addTo(response.getHeaders());
        if (!reply.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        reply.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    private final class RouterHandler extends org.eclipse.jetty.server.Handler.Abstract {

        private final Router router;

        RouterHandler(Router router) {
            this.router = router;
        }

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
            BodyReader body = new BodyReader(request, settings.bodies(), bodyMemory);
            Future<?> unused = router.handle(new JettyRequest(request, workers, body))
                    .thenAccept(reply -> {
                        body.release();
                        answer(reply, request, response, callback);
                    })
                    .exceptionally(failure -> {
                        callback.failed(failure);
                        return null;
                    });
            return true;
        }

        private void answer(
                Reply reply, org.eclipse.jetty.server.Request request, Response response, Callback callback) {
            if (!request.consumeAvailable()) { // rejected before the whole body arrived
                response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE); // announces the close
            }
            write(reply, response, callback);
        }
    }
}
