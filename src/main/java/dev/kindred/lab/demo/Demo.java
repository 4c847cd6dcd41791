package dev.kindred.lab.demo;

import dev.kindred.app.KindredApp;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import dev.kindred.lab.embedded.TemporaryDirectory;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Recommendations;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;

/** Runs broker, application and simulated shoppers in this process, and shows the lists. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SHOW_EVERY = Duration.ofSeconds(2);

    private static final String PROFILES_EVERY_MS = "10000";
    private static final int USUAL_HTTP_PORT = 8080;

    /** On an overloaded machine a transaction or a heartbeat may take long; there is no other process to take over. */
    private static final Map<String, String> PATIENT = Map.of(
            "kafka.producer.transaction.timeout.ms", "300000",
            "kafka.consumer.session.timeout.ms", "60000",
            "kafka.default.api.timeout.ms", "120000");

    /** Shoppers react within seconds, so an experiment of a minute is enough. */
    private static final Map<String, String> EXPERIMENTING =
            Map.of("feedback.enabled", "true", "feedback.shares.interval.ms", "1000");

    private final DemoSettings settings;
    private final Screen screen;
    private final RecentActions actions = new RecentActions();
    private final int httpPort = freeOrAny(USUAL_HTTP_PORT);
    private boolean hasShownCommands;
    private Optional<Trial> trial = Optional.empty();

    /** A demo that prints to {@code out}. */
    public Demo(DemoSettings settings, PrintWriter out) {
        this.settings = settings;
        this.screen = new Screen(out);
    }

    /**
     * Runs until the last event's list has arrived, or until the thread is interrupted.
     *
     * @return whether every event had its list
     * @throws IOException if a recorded log cannot be read
     */
    public boolean run() throws IOException {
        try (EventSource source = EventSource.of(settings, Clock.systemUTC());
                PictureServer pictures = PictureServer.start();
                EmbeddedKafka broker =
                        EmbeddedKafka.start(new EmbeddedKafkaSettings(Optional.empty(), settings.port()));
                TemporaryDirectory state = TemporaryDirectory.create("kindred-demo-");
                KindredApp app = start(source, broker, state)) {
            app.address().ifPresent(address -> screen.say("Open %s in a browser. Ctrl-C ends the demo.", address));
            return show(source, pictures, app, config(source, broker, state));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) { // Ctrl-C during the start: what fails then is no news
                screen.say("%nstopped before the start");
                return false;
            }
            throw e;
        }
    }

    /**
     * The usual port, so that pasted commands work, if it is free on the loopback interface; else 0, for any free one.
     */
    private static int freeOrAny(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }

    private KindredApp start(EventSource source, EmbeddedKafka broker, TemporaryDirectory state) throws IOException {
        screen.say("Kindred demo: an embedded Kafka broker at %s, for development only", broker.bootstrapServers());
        return KindredApp.start(config(source, broker, state));
    }

    private KindredConfig config(EventSource source, EmbeddedKafka broker, TemporaryDirectory state)
            throws IOException {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("topics.partitions", "4");
        overrides.put("similar.items.publish.interval.ms", "60000");
        overrides.put("http.port", String.valueOf(httpPort));
        overrides.put("profile.publish.interval.ms", PROFILES_EVERY_MS);
        overrides.putAll(PATIENT);
        if (source.readers().isPresent() && isDefaultListOpen()) {
            overrides.putAll(EXPERIMENTING);
            overrides.put("scenarios.file", Trial.writeScenarios(state.path()).toString());
        }
        overrides.putAll(settings.overrides());
        overrides.put("bootstrap.servers", broker.bootstrapServers());
        overrides.put("state.dir", state.path().resolve("state").toString());
        return KindredConfig.of(overrides);
    }

    /** A scenario named default replaces what these settings say. */
    private boolean isDefaultListOpen() {
        return settings.overrides().keySet().stream().noneMatch(key -> key.startsWith("recommend."));
    }

    private boolean show(EventSource source, PictureServer pictures, KindredApp app, KindredConfig config) {
        screen.say("Events come from %s", source.description());
        publishItems(source.items(), pictures, config);
        if (source.readers().isEmpty()) {
            return show(source, new ListWatcher(config), app, config);
        }
        try (Audience audience = new Audience(source.readers().get(), settings.seed(), config)) {
            trial = Optional.of(new Trial(audience, app, screen));
            return show(source, new ListWatcher(config, audience::show), app, config);
        }
    }

    private boolean show(EventSource source, ListWatcher watcher, KindredApp app, KindredConfig config) {
        try (ListWatcher lists = watcher;
                FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            awaitRunning(app);
            long startNs = System.nanoTime();
            try {
                sendAll(source.events(), producer, lists, app, startNs);
                producer.flush();
                awaitLists(producer.acknowledged(), lists, app);
                if (!hasShownCommands) { // the run was too short for a look on the way
                    showShopper(lists, app);
                }
                screen.summary(producer.acknowledged(), since(startNs), lists);
                if (trial.isPresent()) {
                    trial.get().summarize();
                }
                stayIfAsked(app, config);
            } catch (InterruptedException | InterruptException e) {
                Thread.interrupted(); // Kafka's exception leaves it set, and the shutdown needs it clear
                screen.say("%nstopping");
                screen.summary(producer.acknowledged(), since(startNs), lists);
            }
            return lists.count() >= producer.acknowledged() && producer.acknowledged() > 0;
        }
    }

    private static void publishItems(Iterator<Item> items, PictureServer pictures, KindredConfig config) {
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(config, Feed.ITEMS)) {
            for (long sent = 0; items.hasNext(); sent++) {
                producer.send(sent, ItemChange.put(pictures.withPicture(items.next())));
            }
            producer.flush();
        }
    }

    /** Makes the first lists come as fast as the later ones. */
    private static void awaitRunning(KindredApp app) {
        while (!app.isRunning() && !app.hasEnded() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void sendAll(
            Iterator<Interaction> events,
            FeedProducer<Interaction, Interaction> producer,
            ListWatcher lists,
            KindredApp app,
            long startNs)
            throws InterruptedException {
        Pace pace = settings.rate() > 0 ? Pace.perSecond(settings.rate()) : Pace.unlimited();
        long sent = 0;
        long shownNs = startNs;
        while (events.hasNext() && !app.hasEnded()) {
            Interaction event = events.next();
            pace.await(event);
            actions.add(event);
            producer.send(sent++, event);
            if (System.nanoTime() - shownNs > SHOW_EVERY.toNanos()) {
                shownNs = System.nanoTime();
                showProgress(sent, lists, app, startNs);
            }
        }
    }

    private void showProgress(long sent, ListWatcher lists, KindredApp app, long startNs) {
        double perSecond = lists.count() / (since(startNs).toMillis() / 1000.0);
        screen.progress(sent, settings.events(), perSecond, lists.count());
        trial.ifPresent(Trial::show);
        showShopper(lists, app);
    }

    private void showShopper(ListWatcher lists, KindredApp app) {
        lists.latest().ifPresent(list -> {
            screen.shopper(actions.of(list.userId(), list.triggerTimestampMs()), list, app.queries());
            app.address()
                    .filter(address -> !hasShownCommands && !list.items().isEmpty())
                    .ifPresent(address -> showCommands(address, list));
        });
    }

    private void showCommands(URI address, Recommendations list) {
        hasShownCommands = true;
        screen.say("%ntry it: open %s, or paste into another terminal", address);
        new Curl(address).commands(list).forEach(command -> screen.say("  %s", command));
    }

    /** Waits as long as lists keep arriving. */
    private void awaitLists(long expected, ListWatcher lists, KindredApp app) throws InterruptedException {
        long seen = lists.count();
        long seenNs = System.nanoTime();
        long startNs = seenNs;
        while (lists.count() < expected && !app.hasEnded()) {
            Thread.sleep(20);
            if (lists.count() > seen) {
                seen = lists.count();
                seenNs = System.nanoTime();
            } else if (since(seenNs).compareTo(PATIENCE) > 0) {
                return;
            }
            if (since(startNs).compareTo(SHOW_EVERY) > 0) {
                startNs = System.nanoTime();
                showWaiting(expected, lists, app);
            }
        }
        if (app.hasEnded()) {
            app.awaitEnd();
        }
    }

    private void showWaiting(long expected, ListWatcher lists, KindredApp app) {
        screen.say("%nall events are sent; %,d of %,d lists are refreshed", lists.count(), expected);
        showShopper(lists, app);
    }

    private void stayIfAsked(KindredApp app, KindredConfig config) throws InterruptedException {
        if (settings.stay()) {
            app.address().ifPresent(address -> screen.say("%nstill running: open %s", address));
            screen.say("or try in another terminal");
            screen.say(
                    "  java -jar target/kindred.jar consume recommendations --from-beginning --max 3 --set"
                            + " bootstrap.servers=%s",
                    config.bootstrapServers());
            screen.say("Ctrl-C ends the demo");
            app.awaitEnd();
        }
    }

    private static Duration since(long startNs) {
        return Duration.ofNanos(System.nanoTime() - startNs);
    }
}
