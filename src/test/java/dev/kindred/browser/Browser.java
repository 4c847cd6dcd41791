package dev.kindred.browser;

import dev.kindred.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, which reaches this machine only. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser; skips the test, with a message, where none is installed, or it cannot start. */
    public static Browser open() {
        Optional<File> program = NAMES.stream().flatMap(Browser::find).findFirst();
        Optional<File> driver = find("chromedriver").findFirst();
        Assumptions.assumeTrue(
                program.isPresent() && driver.isPresent(),
                "no browser: install chromium and chromium-driver to run the tests of the console");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // in containers the user is root
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--lang=en-US",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        try {
            return new Browser(new ChromeDriver(service, options));
        } catch (SessionNotCreatedException e) {
            return Assumptions.abort("the browser does not start here: " + e.getRawMessage());
        }
    }

    private static Stream<File> find(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute);
    }

    /** Loads a page. */
    public void load(String address) {
        driver.get(address);
    }

    /** The size of the page, in CSS pixels. */
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** The scheme that the person prefers: {@code light} or {@code dark}. */
    public void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Runs the body of a function, and returns its value. */
    public Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** What the body of an asynchronous function returns, as text; {@code error NAME} if it throws. */
    public String await(String body) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return String.valueOf(driver.executeAsyncScript("const done = arguments[0]; (async () => {" + body
                + "})().then(value => done(String(value)), error => done('error ' + error.name))"));
    }

    /** Waits for an element that a person can see. */
    public WebElement see(String selector) {
        Wait.until(PATIENCE, selector + " on " + driver.getCurrentUrl(), () -> isSeen(selector));
        return driver.findElement(By.cssSelector(selector));
    }

    private boolean isSeen(String selector) {
        try {
            return driver.findElements(By.cssSelector(selector)).stream().anyMatch(element -> element.isDisplayed());
        } catch (StaleElementReferenceException e) { // the page is being drawn
            return false;
        }
    }

    /** Waits until a script returns true. */
    public void until(String what, String script) {
        Wait.until(PATIENCE, what + " on " + driver.getCurrentUrl(), () -> {
            try {
                return Boolean.TRUE.equals(driver.executeScript("return " + script));
            } catch (JavascriptException e) { // the page is being drawn
                return false;
            }
        });
    }

    /** Clicks an element once it is there. */
    public void click(String selector) {
        see(selector);
        run("document.querySelector(arguments[0]).click()", selector);
    }

    /** Replaces the text of a field. */
    public void type(String selector, String text) {
        WebElement field = see(selector);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    /** The texts of all elements that match, as shown. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String selector) {
        return (List<String>) run(
                "return [...document.querySelectorAll(arguments[0])].map(element => element.innerText.trim())",
                selector);
    }

    /** The values of an attribute of all elements that match. */
    @SuppressWarnings("unchecked")
    public Stream<String> attributes(String selector, String name) {
        return ((List<String>) run(
                        "return [...document.querySelectorAll(arguments[0])].map(element => element.getAttribute(arguments[1]))",
                        selector,
                        name))
                .stream();
    }

    /** Cuts the connection to the server, or mends it. */
    public void connect(boolean isOnline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !isOnline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** What the browser complained of since the last call: errors of scripts, failed requests, violated policies. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Writes a picture of the visible part of the page. */
    public void photograph(Path file) throws IOException {
        Map<String, Object> picture = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
