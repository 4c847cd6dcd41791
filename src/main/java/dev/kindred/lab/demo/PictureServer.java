package dev.kindred.lab.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindred.lab.simulation.Pictures;
import dev.kindred.model.Item;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves the pictures of the simulated shop on the loopback interface, as a shop's own server would; close it to stop. */
final class PictureServer implements AutoCloseable {

    private static final String PATH = "/pictures/";

    private final HttpServer server;

    private PictureServer(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    static PictureServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, PictureServer::answer);
        server.start();
        return new PictureServer(server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            byte[] picture = Pictures.draw(name).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", Pictures.MEDIA_TYPE);
            exchange.getResponseHeaders().set("Cache-Control", "max-age=86400");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
        }
    }

    /** The item with the URL of its picture. */
    Item withPicture(Item item) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + PATH + Pictures.nameOf(item);
        return new Item(
                item.itemId(),
                item.title(),
                item.description(),
                item.categories(),
                item.tags(),
                item.brand(),
                item.price(),
                url,
                item.attributes(),
                item.available(),
                item.hidden(),
                item.publishedMs(),
                item.updatedMs(),
                item.withdrawn());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
