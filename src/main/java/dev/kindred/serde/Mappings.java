package dev.kindred.serde;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Conversions that several mappings between the domain and Avro need. */
final class Mappings {

    private Mappings() {}

    static <S, T> List<T> each(List<S> from, Function<S, T> map) {
        List<T> to = new ArrayList<>(from.size());
        for (S one : from) {
            to.add(map.apply(one));
        }
        return to;
    }

    /**
     * The constant of the same name.
     *
     * @param field the name of the field, for the message
     * @throws IllegalArgumentException if this version has no such constant
     */
    static <T extends Enum<T>> T sameName(Class<T> type, Enum<?> value, String field) {
        try {
            return Enum.valueOf(type, value.name());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    field + " must be known here; read the record with the version that wrote it", e);
        }
    }
}
