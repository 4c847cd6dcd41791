package dev.kindred.config;

import dev.kindred.math.Decay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Parsed settings by key, each of the type that its definition says. */
final class Values {

    private final Map<String, Object> byKey;

    private Values(Map<String, Object> byKey) {
        this.byKey = byKey;
    }

    /**
     * Parses what is set, and fills in the defaults.
     *
     * @throws ConfigException if a value has the wrong type or is out of range
     */
    static Values parse(Map<String, String> settings) {
        return new Values(Map.copyOf(Definition.ALL.parse(settings)));
    }

    String text(String key) {
        return (String) of(key);
    }

    int integer(String key) {
        return (int) of(key);
    }

    boolean flag(String key) {
        return (boolean) of(key);
    }

    short small(String key) {
        return (short) of(key);
    }

    long number(String key) {
        return (long) of(key);
    }

    double real(String key) {
        return (double) of(key);
    }

    /** What is not to be shown. */
    String secret(String key) {
        return ((Password) of(key)).value();
    }

    Duration duration(String key) {
        return Duration.ofMillis(number(key));
    }

    Decay decay(String key) {
        return number(key) == 0 ? Decay.NONE : Decay.ofHalfLife(duration(key));
    }

    List<String> texts(String key) {
        return ((List<?>) of(key)).stream().map(String.class::cast).toList();
    }

    private Object of(String key) {
        Object value = byKey.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " is not defined");
        }
        return value;
    }
}
