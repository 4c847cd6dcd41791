package dev.kindred.cli.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Puts the setting {@code log.format} into force. A configuration of logback that the JVM option {@code
 * -Dlogback.configurationFile} names is left as it is.
 */
public final class LogFormat {

    private static final String PROPERTY = "KINDRED_LOG_FORMAT"; // logback.xml includes the file of that format
    private static final String OWN = "logback.xml";

    private LogFormat() {}

    /**
     * Configures the log anew if its format is another one.
     *
     * @param format a value of {@code log.format}
     */
    public static void use(String format) {
        boolean isInForce = format.equals(System.getProperty(PROPERTY, "text"));
        boolean isForeign =
                !System.getProperty("logback.configurationFile", OWN).equals(OWN);
        if (isInForce || isForeign || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        System.setProperty(PROPERTY, format);
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(resource());
        } catch (JoranException e) {
            throw new IllegalStateException("the configuration of the log in this program is wrong", e);
        }
    }

    private static URL resource() {
        return Objects.requireNonNull(LogFormat.class.getResource("/" + OWN), "the jar has " + OWN);
    }
}
