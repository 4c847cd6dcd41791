package dev.kindred.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.helpers.MessageFormatter;

/**
 * Limits repeated warnings and errors: five of a kind pass in a minute, and one line at the end of the minute counts the
 * others and shows the last of them. A flood of bad records or a lost broker so cannot fill a disk. Messages are of one
 * kind if they come from the same logger and differ only in numbers, in their arguments, or in the prefix in brackets
 * with which Kafka names a client.
 *
 * <p>{@code logback.xml} installs it; another configuration may do so as well. Safe for many threads.
 */
public final class RepeatFilter extends TurboFilter {

    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_KINDS = 1000; // beyond, messages pass unlimited until the end of the window
    private static final Pattern CLIENT_OR_NUMBER = Pattern.compile("^\\[[^]]*] |\\d+");
    private static final Marker SUMMARY = MarkerFactory.getMarker("SUMMARY");

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>(); // of this window, by kind
    private Optional<Future<?>> flushes = Optional.empty();

    @SuppressWarnings("ArrayRecordComponent") // as the logger passes them; never compared
    private record Message(Logger logger, Level level, String format, Object @Nullable [] arguments) {

        void summarize(long times) {
            String text = MessageFormatter.arrayFormat(format, arguments).getMessage();
            logger.log(
                    SUMMARY,
                    RepeatFilter.class.getName(),
                    Level.toLocationAwareLoggerInteger(level),
                    "{} more messages like this in the last minute; the last one: {}",
                    new Object[] {times, text},
                    null);
        }
    }

    private static final class Tally {
        private final AtomicLong times = new AtomicLong();
        private volatile @Nullable Message last; // the last message that was left out
    }

    @Override
    public void start() {
        super.start();
        flushes = Optional.of(getContext()
                .getScheduledExecutorService()
                .scheduleAtFixedRate(this::flush, WINDOW.toMillis(), WINDOW.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        flushes.ifPresent(future -> future.cancel(false));
        flush();
        super.stop();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        boolean isLimited = level.isGreaterOrEqual(Level.WARN)
                && level.isGreaterOrEqual(logger.getEffectiveLevel())
                && marker != SUMMARY;
        if (format == null || !isLimited) {
            return FilterReply.NEUTRAL;
        }
        String kind = logger.getName() + CLIENT_OR_NUMBER.matcher(format).replaceAll("");
        if (tallies.size() >= MAX_KINDS && !tallies.containsKey(kind)) {
            return FilterReply.NEUTRAL;
        }
        Tally tally = tallies.computeIfAbsent(kind, unseen -> new Tally());
        if (tally.times.incrementAndGet() <= ALLOWED) {
            return FilterReply.NEUTRAL;
        }
        tally.last = new Message(logger, level, format, arguments);
        return FilterReply.DENY;
    }

    /** Ends the window: counts what was left out, and lets messages of all kinds pass again. */
    void flush() {
        for (String kind : List.copyOf(tallies.keySet())) {
            Tally tally = tallies.remove(kind);
            Message last = tally == null ? null : tally.last;
            if (tally != null && last != null) {
                last.summarize(tally.times.get() - ALLOWED);
            }
        }
    }
}
