package dev.kindred.testing;

import dev.kindred.admin.Connection;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker that encrypts (TLS), asks for passwords (SASL), and allows what it has been told to allow (Kafka's own authorizer). */
public final class GuardedKafka implements AutoCloseable {

    private static final String OPERATOR = "operator";

    private final Path certificate;
    private final EmbeddedKafka broker;
    private final Admin admin;

    /** Starts it. */
    public GuardedKafka(Path directory) throws IOException, InterruptedException {
        SelfSigned own = SelfSigned.create(directory, "broker");
        this.certificate = own.certificate();
        this.broker = EmbeddedKafka.start(new EmbeddedKafkaSettings(Optional.empty(), 0, properties(own)));
        Map<String, Object> connection = new HashMap<>(client("PLAIN", OPERATOR));
        connection.put("bootstrap.servers", broker.bootstrapServers());
        this.admin = Connection.open(connection);
    }

    /** PLAIN is for the broker and its operator, who must be known before there is an account in SCRAM. */
    private static Map<String, String> properties(SelfSigned own) {
        String plain = module("Plain", OPERATOR);
        Map<String, String> properties = new HashMap<>();
        properties.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
        properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.put(
                "listener.name.clients.plain.sasl.jaas.config",
                plain.substring(0, plain.length() - 1) + " user_" + OPERATOR + "=\"" + passwordOf(OPERATOR) + "\";");
        properties.put("listener.name.clients.scram-sha-512.sasl.jaas.config", module("Scram", OPERATOR));
        properties.put("ssl.keystore.location", own.store().toString());
        properties.put("ssl.keystore.password", SelfSigned.PASSWORD);
        properties.put("ssl.truststore.location", own.certificate().toString()); // as a client of itself
        properties.put("ssl.truststore.type", "PEM");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put(
                "super.users", "User:" + OPERATOR + ";User:ANONYMOUS"); // the controller's listener has no accounts
        return properties;
    }

    private static String module(String mechanism, String user) {
        String name = mechanism.toLowerCase(Locale.ROOT);
        return "org.apache.kafka.common.security." + name + "." + mechanism + "LoginModule required username=\"" + user
                + "\" password=\"" + passwordOf(user) + "\";";
    }

    private static String passwordOf(String user) {
        return "secret-of-" + user;
    }

    private Map<String, String> client(String mechanism, String user) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.location",
                certificate.toString(),
                "ssl.truststore.type",
                "PEM",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                module(mechanism.startsWith("SCRAM") ? "Scram" : "Plain", user));
    }

    /** A client that may do everything. */
    public Admin admin() {
        return admin;
    }

    /** Kindred's settings of a client that may do everything. */
    public Map<String, String> operator() {
        return settings(client("PLAIN", OPERATOR));
    }

    /** Kindred's settings of a user who has an account by {@link #addUser}. */
    public Map<String, String> user(String name) {
        return settings(client("SCRAM-SHA-512", name));
    }

    private Map<String, String> settings(Map<String, String> client) {
        Map<String, String> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }

    /** Makes an account that may do nothing yet. */
    public void addUser(String name) throws Exception {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), passwordOf(name))))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
