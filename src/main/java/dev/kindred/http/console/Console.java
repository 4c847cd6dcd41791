package dev.kindred.http.console;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.model.Resources;
import dev.kindred.model.Sha256;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the console at {@code /} and of the page at {@code /api}: pages, native modules and libraries from
 * WebJars, as they are, without a build step. They use the public API only.
 *
 * <p>A browser keeps the files and asks whether they have changed. The policy of the pages (Content Security Policy Level
 * 3) allows scripts and styles of this server alone, none of them inline; pictures of items may come from anywhere.
 */
public final class Console {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: https: http:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
    private static final List<String> OWN = List.of(
            "api.js",
            "app.js",
            "charts.js",
            "client.js",
            "console.css",
            "icon.svg",
            "items.js",
            "operations.js",
            "overview.js",
            "parts.js",
            "pictures.js",
            "quality.js",
            "results.js",
            "scenarios.js",
            "shopper.js",
            "texts-en.js",
            "texts-zh.js",
            "texts.js");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();
    private final Parameter<String> file =
            Parameter.path("file", "The name of the file.", 256, name -> Optional.empty());

    /** A file in the form in which it is served. */
    private record Asset(Reply reply, String tag) {

        static Asset of(String name, String text) {
            String tag = '"' + Base64.getUrlEncoder().encodeToString(Sha256.of(text)) + '"';
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            return new Asset(cached(Reply.text(type, text), tag), tag);
        }

        private static Reply cached(Reply reply, String tag) {
            return reply.with("Cache-Control", "no-cache").with("ETag", tag);
        }

        Reply answer(Arguments arguments) {
            boolean isKnown =
                    arguments.header("If-None-Match").filter(tag::equals).isPresent();
            return isKnown ? cached(Reply.unchanged(), tag) : reply;
        }
    }

    private Console() {
        Stream.concat(OWN.stream(), Stream.of("index.html", "api.html"))
                .forEach(name -> assets.put(name, Asset.of(name, Resources.text(Console.class, name))));
        addLibrary("lit-html.js", "org.webjars.npm", "lit-html", "lit-html.js");
        addLibrary("uplot.js", "org.webjars.npm", "uplot", "dist/uPlot.iife.min.js");
        addLibrary("uplot.css", "org.webjars.npm", "uplot", "dist/uPlot.min.css");
        addLibrary("swagger-ui.js", "org.webjars", "swagger-ui", "swagger-ui-bundle.js");
        addLibrary("swagger-ui.css", "org.webjars", "swagger-ui", "swagger-ui.css");
    }

    /** All routes; they need no key, because the files are the same for everybody. */
    public static List<Route> routes() {
        Console console = new Console();
        return List.of(
                Route.get("/", "The console: a page for people.")
                        .does(arguments -> console.page("index.html", arguments))
                        .open(),
                Route.get("/api", "A page to try the API.")
                        .does(arguments -> console.page("api.html", arguments))
                        .open(),
                Route.get("/console/{file}", "A file of these pages.")
                        .takes(console.file)
                        .does(console::asset)
                        .fails(ProblemKind.NO_SUCH_PATH)
                        .open());
    }

    private Reply page(String name, Arguments arguments) {
        return answer(name, arguments).with("Content-Security-Policy", POLICY);
    }

    private Reply asset(Arguments arguments) {
        return answer(arguments.get(file), arguments);
    }

    private Reply answer(String name, Arguments arguments) {
        return Optional.ofNullable(assets.get(name))
                .orElseThrow(() ->
                        new ProblemException(Problem.of(ProblemKind.NO_SUCH_PATH, "the console has no such file")))
                .answer(arguments);
    }

    private void addLibrary(String name, String group, String artifact, String path) {
        String webJar = "/META-INF/resources/webjars/" + artifact + "/" + version(group, artifact) + "/";
        String text = Resources.text(Console.class, webJar + path).replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        assets.put(name, Asset.of(name, text));
    }

    /** The version of a WebJar, which is a part of the paths in it. */
    private static String version(String group, String artifact) {
        return Resources.text(Console.class, "/META-INF/maven/" + group + "/" + artifact + "/pom.properties")
                .lines()
                .filter(line -> line.startsWith("version="))
                .findFirst()
                .map(line -> line.substring("version=".length()))
                .orElseThrow(() -> new IllegalStateException("the version of " + artifact + " is unknown"));
    }
}
