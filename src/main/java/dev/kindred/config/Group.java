package dev.kindred.config;

import dev.kindred.math.Decay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A group of settings under one heading, in the order of their definition. */
final class Group {

    private static final Limit<Long> HALF_LIFE =
            Limit.either(0, "no decay", Duration.ofHours(1).toMillis());

    private final String heading;
    private final List<Setting<?>> settings = new ArrayList<>();

    Group(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    /** @param limit within the range of an int */
    Setting<Integer> integer(String key, int byDefault, Limit<Long> limit, String text) {
        return add(key, byDefault, Kind.WHOLE.within(limit).as(Math::toIntExact), text);
    }

    Setting<Long> whole(String key, long byDefault, Limit<Long> limit, String text) {
        return add(key, byDefault, Kind.WHOLE.within(limit), text);
    }

    Setting<Double> number(String key, double byDefault, Limit<Double> limit, String text) {
        return add(key, byDefault, Kind.NUMBER.within(limit), text);
    }

    Setting<Duration> duration(String key, Duration byDefault, Limit<Long> limit, String text) {
        return add(key, byDefault.toMillis(), Kind.MILLISECONDS.within(limit).as(Duration::ofMillis), text);
    }

    Setting<Decay> decay(String key, Duration halfLife, String text) {
        return add(key, halfLife.toMillis(), Kind.MILLISECONDS.within(HALF_LIFE).as(Group::decay), text);
    }

    Setting<Boolean> flag(String key, boolean byDefault, String text) {
        return add(key, byDefault, Kind.FLAG, text);
    }

    Setting<String> text(String key, String byDefault, Limit<String> limit, String text) {
        return add(key, byDefault, Kind.TEXT.within(limit), text);
    }

    Setting<Optional<Path>> path(String key, String example, String text) {
        return add(key, "", Kind.PATH.like(example), text);
    }

    /** A setting whose values are the constants of an enum, in lower case. */
    <E extends Enum<E>> Setting<E> oneOf(String key, E byDefault, String text) {
        Class<E> type = byDefault.getDeclaringClass();
        Limit<String> limit = Limit.oneOf(words(type));
        return add(key, word(byDefault), Kind.TEXT.within(limit).as(word -> constant(type, word)), text);
    }

    /** A setting of any kind. A line break in its text counts as a space. */
    <T> Setting<T> add(String key, Object byDefault, Kind<T> kind, String text) {
        Setting<T> setting = new Setting<>(key, byDefault.toString(), kind, text.replace('\n', ' '));
        settings.add(setting);
        return setting;
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Group::word).toList();
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Decay decay(long halfLifeMs) {
        return halfLifeMs == 0 ? Decay.NONE : Decay.ofHalfLife(Duration.ofMillis(halfLifeMs));
    }
}
