package dev.kindred.admin;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/** For whom brokers take a client, as far as its properties tell. */
public final class Principals {

    private static final Pattern USERNAME = Pattern.compile("\\busername\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))");

    private Principals() {}

    /**
     * The principal in words for a message.
     *
     * @param clientProperties of a Kafka client; of passwords nothing is told
     */
    public static String of(Map<String, ?> clientProperties) {
        String protocol = text(clientProperties, CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        if (protocol.startsWith("SASL_")) {
            Matcher username = USERNAME.matcher(text(clientProperties, SaslConfigs.SASL_JAAS_CONFIG));
            return username.find()
                    ? "User:" + (username.group(1) == null ? username.group(2) : username.group(1))
                    : "the principal of kafka.sasl.jaas.config";
        }
        return protocol.equals("SSL") ? "the principal of the client's certificate" : "User:ANONYMOUS";
    }

    private static String text(Map<String, ?> properties, String key) {
        Object value = properties.get(key);
        return value == null ? "" : value.toString();
    }
}
