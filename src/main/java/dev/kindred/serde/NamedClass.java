package dev.kindred.serde;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.apache.kafka.common.utils.Utils;

/** A class named by a setting, with its constructor. */
record NamedClass<T>(String setting, Constructor<? extends T> constructor) {

    /**
     * Loads a class by name.
     *
     * @param setting the setting with the name, for the message
     * @throws IllegalArgumentException if there is no such class, it is not a {@code kind}, or it has no public
     *     constructor without arguments
     */
    static <T> NamedClass<T> find(String setting, String name, Class<T> kind) {
        try {
            Class<? extends T> found = Class.forName(name, true, Utils.getContextOrKafkaClassLoader())
                    .asSubclass(kind);
            return new NamedClass<>(setting, found.getConstructor());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(missing(setting, name), e);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(setting + ": " + name + " is not a " + kind.getName(), e);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    setting + ": " + name + " has no public constructor without arguments", e);
        }
    }

    T create() {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(cannotCreate(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(cannotCreate(), e);
        }
    }

    private String cannotCreate() {
        return setting + ": cannot create a " + constructor.getDeclaringClass().getName();
    }

    private static String missing(String setting, String name) {
        String message = setting + ": " + name + ", or a class that it needs, is not on the class path";
        return name.startsWith("io.confluent.")
                ? message + "; put Confluent's kafka-avro-serializer jar and what it depends on there"
                : message;
    }
}
