package dev.kindred.testing;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test that takes an {@link EmbeddedKafka} the one broker that all tests of this JVM share. The first of them starts
 * it, and it stops after the last test. A test keeps to topics and groups of its own, and does not stop the broker.
 */
public final class SharedKafka implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedKafka.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedKafka.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        EmbeddedKafka.class,
                        type -> EmbeddedKafka.start(EmbeddedKafkaSettings.temporary()),
                        EmbeddedKafka.class);
    }
}
