package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.topology.ErasureSettings;
import dev.kindred.topology.Stores;
import dev.kindred.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what is held about a person, and proves that erased users are gone. */
@Command(
        name = "privacy",
        description = "Writes all that is held about one user, or proves that an erased user is gone.",
        subcommands = PrivacyExportCommand.class,
        footer = {
            "",
            "Examples:",
            "  kindred privacy export --user alice --output alice.json",
            "  kindred privacy verify --receipt 3-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed --user alice"
        })
final class PrivacyCommand implements Runnable {

    private static final String SECRET = "privacy.secret";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: export or verify");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Reads all topics, checks the chain of receipts, and prints every record from before an erasure"
                            + " that still names the user. Exit status 1 if one is overdue, or the chain is broken.",
            footer = {
                "",
                "Without --user the keys of records are compared with the keyed hash of the receipt, which needs",
                SECRET + "; with it, values and headers are searched, too.",
                "",
                "Example:",
                "  kindred privacy verify --receipt receipt.json --user alice"
            })
    int verify(
            @Mixin ConfigOptions options,
            @Option(
                            names = "--receipt",
                            required = true,
                            paramLabel = "FILE|ID",
                            description = "The id of the request, or the answer of GET /v1/erasures/ID in a file.")
                    String receipt,
            @Option(names = "--user", paramLabel = "ID", description = "The erased user, as the shop knows it.")
                    @Nullable
                    String user)
            throws IOException {
        KindredConfig config = options.load();
        Wanted wanted = wanted(receipt);
        try (TopicScan topics = new TopicScan(ConsumeCommand.properties(config))) {
            ReceiptChain chain = chain(config, topics);
            ErasureReceipt found = chain.find(wanted.requestId())
                    .orElseThrow(() -> new CommandException("there is no receipt of request " + wanted.requestId()
                            + " in " + config.topics().erasureReceipts() + ": the request was not carried out yet, or"
                            + " its receipt was removed"));
            List<ErasureCheck.Finding> findings = search(config, topics, found, Optional.ofNullable(user));
            return report(chain, wanted, found, findings);
        }
    }

    /** A receipt to verify; with the digest that somebody was given, if there is a file. */
    private record Wanted(String requestId, Optional<String> digest) {}

    private static Wanted wanted(String receipt) throws IOException {
        Path file = Path.of(receipt);
        if (!Files.exists(file)) {
            return new Wanted(receipt, Optional.empty());
        }
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw FileFailure.of("--receipt", file, e);
        }
        String requestId = json.path("requestId").asText();
        if (requestId.isEmpty()) {
            throw new CommandException(
                    file + " has no requestId: give it the answer of GET /v1/erasures/ID, or the id itself");
        }
        return new Wanted(
                requestId, Optional.of(json.at("/receipt/digest").asText()).filter(digest -> !digest.isEmpty()));
    }

    private static ReceiptChain chain(KindredConfig config, TopicScan topics) {
        ReceiptChain chain = new ReceiptChain();
        String topic = config.topics().erasureReceipts();
        Deserializer<ErasureReceipt> receipts = Topologies.serdes(config).receiptDeserializer();
        topics.read(List.of(topic), record -> {
            try {
                chain.add(receipts.deserialize(topic, record.value()));
            } catch (SerializationException e) {
                throw new CommandException(
                        "the chain of receipts is broken: the record at %s-%d offset %d is no receipt (%s)"
                                .formatted(topic, record.partition(), record.offset(), e.getMessage()),
                        e);
            }
        });
        return chain;
    }

    private static List<ErasureCheck.Finding> search(
            KindredConfig config, TopicScan topics, ErasureReceipt receipt, Optional<String> user) {
        Set<String> compacted = compacted(config, receipt);
        Set<String> all = new TreeSet<>(compacted);
        all.addAll(receipt.goneByMs().keySet());
        all.retainAll(topics.topics());
        ErasureCheck check =
                new ErasureCheck(receipt, names(config, receipt, user), compacted, System.currentTimeMillis());
        topics.read(all, check::add);
        return check.findings();
    }

    /** Attributes and consents go on request alone. */
    private static Set<String> compacted(KindredConfig config, ErasureReceipt receipt) {
        Topics names = config.topics();
        Set<String> compacted = new TreeSet<>(Set.of(
                names.affinities(),
                names.recommendations(),
                names.userProfiles(),
                changelog(config, Stores.USER_VECTORS),
                changelog(config, Stores.USER_FEEDBACK)));
        if (receipt.reason().isEmpty()) {
            compacted.add(names.users());
        }
        return compacted;
    }

    private static String changelog(KindredConfig config, String store) {
        return config.applicationId() + "-" + store + "-changelog";
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> names(
            KindredConfig config, ErasureReceipt receipt, Optional<String> user) {
        ErasureSettings erasures = config.erasureSettings();
        if (user.isPresent()) {
            boolean isOther = erasures.isSecret()
                    && !receipt.user().isEmpty()
                    && !erasures.hash().of(config.pseudonyms().of(user.get())).equals(receipt.user());
            if (isOther) {
                throw new CommandException(
                        "the receipt is not that of this user, or " + SECRET + " is not the one of that time");
            }
            return UserMatch.of(user.get(), config.pseudonyms());
        }
        if (!erasures.isSecret() || receipt.user().isEmpty()) {
            throw new CommandException(
                    "the receipt cannot be compared with keys: set " + SECRET + " as it was, or give --user");
        }
        return UserMatch.ofKey(id -> erasures.hash().of(id).equals(receipt.user()));
    }

    private int report(ReceiptChain chain, Wanted wanted, ErasureReceipt receipt, List<ErasureCheck.Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> broken = chain.problem();
        boolean isForged = wanted.digest()
                .filter(digest -> !digest.equals(receipt.digest()))
                .isPresent();
        boolean isOverdue = findings.stream().anyMatch(finding -> finding.state() == ErasureCheck.State.OVERDUE);
        out.println("request " + receipt.requestId() + ", erased at " + Instant.ofEpochMilli(receipt.erasedMs()));
        findings.forEach(finding -> out.println(line(finding)));
        out.println(broken.orElse("the chain of " + chain.size() + " receipts is whole"));
        if (isForged) {
            out.println("the receipt in the file has another digest than the one in the topic");
        }
        out.println(isOverdue ? "the user is NOT gone" : "nothing is overdue");
        out.flush();
        return isOverdue || isForged || broken.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static String line(ErasureCheck.Finding finding) {
        String why = switch (finding.state()) {
            case WAITS_FOR_TIME -> "gone by " + Instant.ofEpochMilli(finding.goneByMs());
            case KEPT_FOR_EVER -> "the topic keeps it for ever";
            case WAITS_FOR_CLEANER -> "waits for the log cleaner";
            case OVERDUE ->
                finding.goneByMs() == ErasureReceipt.NEVER
                        ? "OVERDUE: no later record removes it"
                        : "OVERDUE since " + Instant.ofEpochMilli(finding.goneByMs());
        };
        return "%s-%d offset %d: %s".formatted(finding.topic(), finding.partition(), finding.offset(), why);
    }
}
