package dev.kindred.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.http.Scope;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.lab.demo.Demo;
import dev.kindred.lab.demo.DemoSettings;
import dev.kindred.logs.LogFormat;
import dev.kindred.model.Resources;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console in a real browser, on a running demo: it shows what the API answers, violates no policy, logs no error and is
 * accessible. Pictures of all views are left in {@code target/screenshots}.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2) // long: it begins early
final class ConsoleIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String KEY = ApiKey.random();
    private static final String READ_KEY = ApiKey.random();
    private static final String ODD = "odd/ %#?<script>window.hacked=1</script>&\"'";
    private static final String ARABIC = "حذاء رياضي أسود";
    private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+) in a browser");

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringWriter out = new StringWriter();
    private final Thread demo = new Thread(this::run, "demo");
    private Map<String, String> settings = Map.of();
    private Browser browser;
    private String address = "";
    private String shopper = "";

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.open();
        Path scenarios = Files.writeString(directory.resolve("scenarios.yaml"), scenarios());
        settings = Map.of(
                "scenarios.file",
                scenarios.toString(),
                "feedback.enabled",
                "true",
                "http.keys",
                ApiKey.of("desk", Set.of(Scope.ADMIN), KEY).entry() + ", "
                        + ApiKey.of("shelf", Set.of(Scope.READ), READ_KEY).entry() + ", "
                        + ApiKey.of("page", Set.of(Scope.EVENTS), ApiKey.random())
                                .entry());
        demo.start();
        Wait.until(DEADLINE, "all lists of the demo", () -> out.toString().contains("lists refreshed in"));
        Matcher opened = ADDRESS.matcher(out.toString());
        assertThat(opened.find()).isTrue();
        address = opened.group(1);
        send("PUT", "/v1/items/arabic", "{\"title\":\"" + ARABIC + "\",\"brand\":\"علامة\"}");
        send(
                "POST",
                "/v1/items",
                JsonMapper.builder()
                        .build()
                        .createObjectNode()
                        .set(
                                "items",
                                new JsonMapper()
                                        .createArrayNode()
                                        .add(new JsonMapper()
                                                .createObjectNode()
                                                .put("itemId", ODD)
                                                .put("title", "<img src=x onerror=window.hacked=1>")))
                        .toString());
        String odd = new JsonMapper().writeValueAsString(ODD);
        send(
                "POST",
                "/v1/events",
                "{\"events\":[{\"userId\":" + odd + ",\"itemId\":" + odd + ",\"type\":\"CLICK\"},{\"userId\":" + odd
                        + ",\"itemId\":\"arabic\",\"type\":\"PURCHASE\"}]}");
        Wait.until(
                DEADLINE,
                "the odd user",
                () -> ask("/v1/users/" + encoded(ODD) + "/profile")
                                .path("events")
                                .asInt()
                        == 2);
        for (String user : List.of("one", "two", "three")) {
            JsonNode list = ask("/v1/users/user-0001/recommendations?scenario=tried");
            send(
                    "POST",
                    "/v1/events",
                    "{\"events\":[{\"userId\":\"" + user + "\",\"listId\":\""
                            + list.path("listId").asText() + "\",\"shown\":[\"tents-001\",\"arabic\"]}]}");
        }
        Wait.until(
                DEADLINE,
                "outcomes",
                () -> !ask("/v1/outcomes").path("outcomes").isEmpty());
        shopper = ask("/v1/users?limit=500").path("users").findValuesAsText("userId").stream()
                .filter(user -> ask("/v1/users/" + encoded(user) + "/profile")
                                .path("events")
                                .asInt()
                        > 20)
                .findFirst()
                .orElseThrow();
    }

    /** The examples, and so many others that a person must choose among them. */
    private static String scenarios() {
        return Resources.text(ConsoleIT.class, "/scenarios.yaml")
                + "\n  tried: {k: 5, weights: {popular: 1}, variants: {bold: {percent: 50, k: 3}}}"
                + IntStream.range(0, 195)
                        .mapToObj(i -> "\n  place-%03d: {k: 3, weights: {popular: 1}}".formatted(i))
                        .collect(Collectors.joining());
    }

    private void run() {
        try {
            new Demo(
                            new DemoSettings(Optional.empty(), LogFormat.AUTO, 3000, 0, 100, 160, 1, 0, true, settings),
                            new PrintWriter(out))
                    .run();
        } catch (IOException e) {
            out.append("failed: " + e);
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
            demo.interrupt();
            demo.join();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode ask(String path) {
        return send("GET", path, "");
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A field of all items of an answer. */
    private static List<String> values(JsonNode answer, String field) {
        List<String> values = new ArrayList<>();
        answer.path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    /** Loads a view anew and signs in. */
    private void open(String view) {
        signIn(view, KEY);
        browser.see("nav a[aria-current=page]");
    }

    private void signIn(String view, String key) {
        browser.load("about:blank");
        browser.load(address + "/#/" + view);
        browser.type("#key", key);
        browser.click(".signin button");
    }

    private List<String> idsOfLinks(String selector) {
        return browser.attributes(selector, "href")
                .map(link ->
                        java.net.URLDecoder.decode(link.substring(link.lastIndexOf('/') + 1), StandardCharsets.UTF_8))
                .toList();
    }

    /** Signing in is an answer with 401, which browsers report; nothing else is expected. */
    @AfterEach
    void noErrorsAndNoViolations() {
        browser.run("localStorage.clear()"); // a language that a test chose
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("/v1/access"))
                .isEmpty();
        assertThat(browser.run("return window.hacked ?? 'no'")).isEqualTo("no");
    }

    @Test
    void theOverviewShowsTheFiguresOfTheInstance() {
        open("overview");

        browser.until("ten figures", "document.querySelectorAll('.tile').length === 10");
        JsonNode live = ask("/v1/live");
        assertThat(browser.texts(".tile"))
                .anySatisfy(tile -> assertThat(tile)
                        .startsWith("Shoppers")
                        .contains(String.format("%,d", live.path("users").asInt())));
        browser.until("charts", "document.querySelectorAll('.chart canvas').length === 4");
        assertThat(idsOfLinks(".item-card")).isEqualTo(values(ask("/v1/items/trending?k=12"), "itemId"));
    }

    @Test
    void theFirstViewIsSmall() {
        open("overview");
        browser.see(".item-card");
        browser.until("charts", "document.querySelectorAll('.chart canvas').length === 4");

        Object bytes =
                browser.run("return performance.getEntries().filter(entry => entry.name.startsWith(location.origin))"
                        + ".reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0)");

        assertThat(((Number) bytes).longValue()).isBetween(10_000L, 300_000L);
    }

    @Test
    void aShopperShowsTheListsOfTheApiWithReasons() {
        open("shopper/" + encoded(shopper));
        browser.until("six lists", "document.querySelectorAll('.list .rows').length === 6");

        for (String scenario : List.of("default", "home", "product-page")) {
            JsonNode list = send(
                            "POST",
                            "/v1/recommendations/batch?explain=text&k=6&scenario=" + scenario,
                            "{\"userIds\":[\"" + shopper + "\"]}")
                    .at("/answers/0/list");
            String column = "[data-scenario=" + scenario + "]";

            assertThat(idsOfLinks(column + " a.title")).isEqualTo(values(list, "itemId"));
            assertThat(browser.texts(column + " .reason")).isEqualTo(values(list, "text"));
            assertThat(browser.attributes(column + " .bar", "aria-label"))
                    .hasSize(list.path("items").size());
        }
        assertThat(browser.texts(".picker p")).containsExactly("6 of 202 scenarios are shown; choose up to six.");
        Object most = browser.run(
                "const times = performance.getEntriesByType('resource').filter(entry =>"
                        + " entry.name.includes('/v1/')).map(entry => entry.startTime);"
                        + " return Math.max(...times.map(from => times.filter(time => time >= from && time < from + 1000).length))");
        assertThat(((Number) most).intValue()).isBetween(1, 20);
    }

    @Test
    void whatIfChangesTheList() {
        open("shopper/" + encoded(shopper));
        browser.click("#whatif");
        browser.see("#whatif-result .columns");
        assertThat(browser.texts("#whatif-result .summary")).containsExactly("The two lists are the same.");

        for (int i = 0; i < 8; i++) {
            browser.click("#whatif-actions .remove");
        }
        browser.until("a difference", "/new items/.test(document.querySelector('#whatif-result .summary')?.innerText)");
        browser.click("[data-weights=true]");
        browser.until(
                "lists by weights",
                "document.querySelector('.sliders') && /same/.test(document.querySelector('#whatif-result .summary')?.innerText)");
        browser.run("const sliders = [...document.querySelectorAll('.sliders input')]; const set = (place, value) => {"
                + " sliders[place].value = value; sliders[place].dispatchEvent(new Event('input')); };"
                + " set(5, '1'); set(0, '0')");

        browser.until("a difference", "/new items/.test(document.querySelector('#whatif-result .summary')?.innerText)");
        browser.see("#whatif-result .is-new");
    }

    @Test
    void whatChangesSomethingAsksFirst() {
        open("items/tents-001");
        browser.click("#hide");
        browser.see("dialog[open]");
        assertThat(ask("/v1/items/tents-001").path("hidden").asBoolean()).isFalse();

        browser.click("dialog .primary");
        browser.until("the receipt", "/stored/.test(document.querySelector('dialog [role=status]')?.innerText)");
        Wait.until(
                DEADLINE,
                "the hidden item",
                () -> ask("/v1/items/tents-001").path("hidden").asBoolean());
        browser.click("dialog .primary");
        browser.until("the mark", "/hidden/.test(document.querySelector('.product .facts')?.innerText)");
        browser.click("#hide");
        browser.click("dialog .primary");
        Wait.until(
                DEADLINE,
                "the item again",
                () -> !ask("/v1/items/tents-001").path("hidden").asBoolean());
    }

    @Test
    void anErasureNeedsTheIdAgainAndShowsItsReceipt() {
        send("POST", "/v1/events", "{\"events\":[{\"userId\":\"leaver\",\"itemId\":\"arabic\",\"type\":\"CLICK\"}]}");
        Wait.until(DEADLINE, "the leaver", () -> ask("/v1/users/leaver/profile").has("events"));
        open("shopper/leaver");
        browser.click("#erase");
        browser.type("dialog input[name=again]", "somebody");
        browser.click("dialog .primary");
        browser.until("the refusal", "/not the id/.test(document.querySelector('dialog form').innerText)");

        browser.type("dialog input[name=again]", "leaver");
        browser.click("dialog .primary");

        browser.see("dialog #request");
        String receipt = browser.see("dialog [role=status]").getText();
        assertThat(receipt).contains("Erased. Events: 1, items: 1.", "dead-letters");
        assertThat(ask("/v1/erasures/" + browser.see("#request").getText())
                        .path("state")
                        .asText())
                .isEqualTo("done");
        assertThat(ask("/v1/users/leaver/profile").path("type").asText()).endsWith("unknown-user");
        assertThat(browser.complaints()) // a second later the view asks for the profile, and browsers report its 404
                .filteredOn(complaint -> !complaint.contains("/v1/access"))
                .allMatch(complaint -> complaint.contains("/v1/users/leaver/profile"));
    }

    @Test
    void whatIsHeldIsDownloaded() throws IOException {
        open("shopper/" + shopper);
        browser.see("#data");
        browser.run("const made = URL.createObjectURL; URL.createObjectURL = blob => {"
                + " blob.text().then(text => { window.held = text; }); return made.call(URL, blob); }");
        browser.click("#data");
        browser.click("dialog .primary");

        browser.until("the file", "window.held !== undefined");
        browser.until(
                "the receipt", "/Stores read: 4/.test(document.querySelector('dialog [role=status]')?.innerText)");
        JsonNode held =
                new JsonMapper().readTree(browser.run("return window.held").toString());
        assertThat(held.path("userId").asText()).isEqualTo(shopper);
        assertThat(values(held.path("profile"), "itemId"))
                .isEqualTo(values(ask("/v1/users/" + shopper + "/profile"), "itemId"));
    }

    @Test
    void itemsAreSearchedInTheCatalog() {
        open("items");
        browser.type("#item-search", "tents");
        int total = ask("/v1/items?q=tents").path("total").asInt();

        browser.until("the found items", "document.querySelector('#found')?.innerText === '" + total + " items'");

        assertThat(idsOfLinks(".cards .item-card")).isEqualTo(values(ask("/v1/items?q=tents&k=48"), "itemId"));
    }

    @Test
    void scenariosAreCheckedAsTypedAndPreviewed() {
        open("scenarios");
        browser.see("#valid");
        browser.run("const field = document.querySelector('#yaml'); window.whole = field.value;"
                + " field.value = 'scenarios:\\n  home:\\n    k: many'; field.dispatchEvent(new Event('input'))");
        browser.see("#mistake");
        assertThat(browser.texts("#mistake").get(0)).startsWith("Line 3: ").contains("k");
        assertThat(browser.texts(".numbers .wrong")).containsExactly("3");

        browser.run(
                "const field = document.querySelector('#yaml'); field.value ="
                        + " window.whole.replace('user-based: 0.71', 'user-based: 0.01'); field.dispatchEvent(new Event('input'))");
        browser.see("#valid");
        browser.click("#preview");
        browser.until("ten shoppers", "document.querySelectorAll('.before-after').length === 10");

        assertThat(browser.texts("#effect").get(0)).doesNotStartWith("0 of 10");
        assertThat(browser.texts("#changes summary")).containsExactly("Changes: 1 lines added, 1 removed");
    }

    @Test
    void operationsShowRejectedRecordsAndSettingsWithoutSecrets() {
        send("POST", "/v1/users/" + encoded(shopper) + "/merge", "{\"from\":\"nobody-else\"}");
        open("operations");
        browser.see("#settings");

        assertThat(browser.texts("#partitions tbody tr")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(browser.texts("#settings tr")).anyMatch(row -> row.startsWith("http.keys\t(hidden)"));
        browser.type("#setting-search", "scenarios.file");
        browser.until("one setting", "document.querySelectorAll('#settings tbody tr').length === 1");
    }

    @Test
    void resultsShowOutcomesAndExperiments() {
        open("results");
        browser.see("#outcomes tbody tr");
        JsonNode first = ask("/v1/outcomes").at("/outcomes/0");
        assertThat(browser.texts("#outcomes tbody th").get(0))
                .contains(first.path("scenario").asText());
        assertThat(browser.texts("#outcomes tbody tr").get(0))
                .contains(first.path("lists").asText());

        browser.see(".experiment[data-scenario=tried] .verdict");
        assertThat(browser.attributes(".experiment[data-scenario=tried] .history svg", "aria-label"))
                .singleElement()
                .asString()
                .matches("\\d{4}-\\d{2}-\\d{2}: control \\d+ ?%, bold \\d+ ?%");
        assertThat(browser.texts(".experiment[data-scenario=tried] tbody th")).containsExactly("control", "bold");
        assertThat(browser.see(".experiment[data-scenario=tried] .verdict").getText())
                .isEqualTo(ask("/v1/experiments?scenario=tried")
                        .at("/experiments/0/text")
                        .asText());
    }

    @Test
    void qualityMeasuresTheListsOfNow() {
        open("quality");
        browser.until("figures", "document.querySelectorAll('.tile').length === 4");

        assertThat(browser.texts(".tile").get(0))
                .startsWith("Catalog in the lists")
                .contains(" of 162 items");
    }

    @Test
    void aKeyShowsItsViewsAndAWrongOneNone() {
        signIn("overview", "not-a-key-at-all-0123456789abcdef");
        browser.until("the refusal", "/does not know/.test(document.querySelector('.signin .notice')?.innerText)");
        browser.type("#key", READ_KEY);
        browser.click(".signin button");

        browser.see(".tile");
        assertThat(browser.texts("nav a")).containsExactly("Overview", "Items", "API");
        browser.run("location.hash = '#/operations'");
        browser.until("the need", "/scope admin/.test(document.querySelector('.empty')?.innerText)");
        assertThat(
                        browser.run(
                                "return JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie"))
                .asString()
                .doesNotContain(READ_KEY);
    }

    @Test
    void dataIsTextWhateverItLooksLike() {
        open("shopper/" + encoded(ODD));
        browser.until("both actions", "document.querySelectorAll('.strip .item-card').length === 2");

        assertThat(browser.texts("#who")).containsExactly(ODD);
        assertThat(browser.texts(".strip .title")).contains("<img src=x onerror=window.hacked=1>", ARABIC);
        browser.run("location.hash = '#/items/' + encodeURIComponent(arguments[0])", ODD);
        browser.until("the item", "document.querySelector('#product')?.innerText.includes('onerror')");
        assertThat(browser.run("return getComputedStyle([...document.querySelectorAll('[dir=auto]')][0]).direction"))
                .isEqualTo("ltr");
        browser.run("location.hash = '#/items/arabic'");
        browser.until("from right to left", "getComputedStyle(document.querySelector('#product')).direction === 'rtl'");
    }

    @Test
    void aShopperWhomNobodyKnowsGetsPopularItems() {
        open("shopper/nobody%20at%20all");

        browser.until("the sentence", "/No event/.test(document.querySelector('.empty')?.innerText)");
        browser.see("[data-scenario=default] .row");
        List<String> complaints = browser.complaints(); // browsers report the 404 of the profile

        assertThat(complaints)
                .filteredOn(complaint -> !complaint.contains("/v1/access"))
                .allMatch(complaint -> complaint.contains("/v1/users/nobody%20at%20all/profile"));
    }

    @Test
    void aTabComesBackByItselfAndCostsNothingWhileHidden() {
        open("overview");
        browser.see(".tile");

        browser.connect(false);
        browser.until("the sentence", "/does not answer/.test(document.querySelector('.notice')?.innerText)");
        browser.connect(true);
        browser.until("the figures again", "!document.querySelector('.notice')");
        assertThat(browser.complaints())
                .allMatch(complaint ->
                        complaint.contains("ERR_INTERNET_DISCONNECTED") || complaint.contains("/v1/access"));

        browser.run("Object.defineProperty(document, 'hidden', {get: () => true, configurable: true});"
                + " document.dispatchEvent(new Event('visibilitychange')); performance.clearResourceTimings()");
        String asked = browser.await("await new Promise(done => setTimeout(done, 6500));"
                + " return performance.getEntriesByType('resource').length");
        assertThat(Integer.parseInt(asked)).isLessThanOrEqualTo(3); // one look that had begun
    }

    @Test
    void theTextsAreChineseForWhoWantsThem() throws IOException {
        open("overview");
        browser.run(
                "const field = document.querySelector('#language'); field.value = 'zh'; field.dispatchEvent(new Event('change'))");
        browser.until("Chinese", "document.querySelector('h1.view')?.innerText === '概览'");
        browser.run("location.hash = arguments[0]", "#/shopper/" + encoded(shopper));
        browser.until("reasons", "document.querySelectorAll('.list .reason').length > 5");
        browser.see("[data-scenario=default] .reason");
        browser.resize(1280, 800);
        browser.photograph(PICTURES.resolve("shopper-zh-1280-light.png"));

        assertThat(browser.texts("[data-scenario=default] .reason").get(0)).containsPattern("\\p{IsHan}");
    }

    @Test
    void theApiPageListsTheRoutes() {
        browser.load("about:blank");
        browser.load(address + "/api");

        browser.until("the routes", "document.querySelectorAll('.opblock').length > 30");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyViewIsAccessibleAndHasItsPicture() throws IOException {
        Map<String, String> views = Map.of(
                "overview",
                ".chart canvas",
                "shopper",
                ".people li",
                "shopper/" + encoded(shopper),
                ".list .row",
                "items",
                ".item-card",
                "items/tents-001",
                "#product",
                "scenarios",
                "#valid",
                "results",
                "#outcomes tbody tr",
                "quality",
                ".tile",
                "operations",
                "#settings");
        String axe = Resources.text(ConsoleIT.class, "/axe.min.js");
        List<String> problems = new ArrayList<>();
        open("overview");
        browser.run(axe + "; window.axe = axe");
        views.forEach((view, sign) -> {
            browser.run("performance.clearResourceTimings(); location.hash = arguments[0]", "#/" + view);
            browser.see(sign);
            assertThat(requestsInASecond()).as(view).isLessThanOrEqualTo(20);
            for (String scheme : List.of("light", "dark")) {
                browser.prefer(scheme);
                for (int width : new int[] {1280, 390}) {
                    browser.resize(width, width == 1280 ? 800 : 844);
                    browser.run("scrollTo(0, 0)");
                    browser.until(
                            "pictures",
                            "[...document.images].every(image => image.complete || image.getBoundingClientRect().top > innerHeight"
                                    + " || image.getBoundingClientRect().left > innerWidth)");
                    String name = view.startsWith("shopper/") ? "shopper-lists" : view.replace('/', '-');
                    photograph(name + "-" + width + "-" + scheme + ".png");
                    assertThat(browser.run("const page = document.documentElement;"
                                    + " return page.scrollWidth - page.clientWidth"))
                            .as(view + " is wider than " + width)
                            .isEqualTo(0L);
                }
                problems.addAll(violations(view + " " + scheme));
            }
        });
        browser.prefer("light");
        browser.resize(1280, 800);

        assertThat(problems).isEmpty();
    }

    /** The greatest number of requests to the API in any second since the timings were cleared. */
    private long requestsInASecond() {
        return (Long)
                browser.run(
                        "const starts = performance.getEntriesByType('resource')"
                                + ".filter(entry => entry.name.includes('/v1/')).map(entry => entry.startTime);"
                                + " return Math.max(0, ...starts.map(from => starts.filter(at => at >= from && at < from + 1000).length))");
    }

    private void photograph(String name) {
        try {
            browser.photograph(PICTURES.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> violations(String view) {
        String found = browser.await(
                "const result = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],"
                        + " resultTypes: ['violations']}); return result.violations.map(violation => violation.id + ' ' +"
                        + " violation.nodes.map(node => node.target + ' ' + (node.any[0]?.message ?? '')).slice(0, 3)).join('\\n')");
        return found.isEmpty() ? List.of() : List.of(view + ": " + found);
    }
}
