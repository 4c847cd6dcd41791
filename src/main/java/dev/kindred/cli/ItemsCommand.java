package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.SendFailedException;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalog: what the shop says of its items. */
@Command(
        name = "items",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Fills the catalog from a file, or takes items out of it.")
final class ItemsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say import or delete");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Sends a file of items to the items topic. gzip is accepted; bad lines are reported and skipped.",
            footer = {
                "",
                "The file is comma-separated text with a header of item_id and any of title, description, categories, tags,",
                "brand, price, currency, image_url, available, hidden, published, updated, attr.NAME, attributes; or it has",
                "a JSON object per line, with the fields of schemas/item.avsc.",
                "In text, categories and tags are joined by |, the steps of a category by ' > '; attributes is a JSON object.",
                "",
                "An item that is already there is replaced whole. Items that the file does not name stay.",
                "",
                "Examples:",
                "  kindred items import items.csv.gz",
                "  kindred items import items.jsonl --rejected bad.tsv"
            })
    int importFile(
            @Parameters(paramLabel = "FILE", description = "The items.") Path file,
            @Mixin TransferOptions lines,
            @Mixin ConfigOptions options)
            throws Exception {
        TransferSettings settings = lines.settings(file);
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(options.load(), Feed.ITEMS)) {
            Transfer<Item> items = Transfer.ofItems(settings, producer, Clock.systemUTC());
            return lines.run("items", items, spec.commandLine());
        } catch (SendFailedException e) {
            throw new CommandException(e.getMessage() + "; go on with --skip " + e.position(), e);
        } catch (IOException e) {
            throw FileFailure.of("FILE", file, e);
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Takes items out of the catalog. What shoppers did with them stays.",
            footer = {"", "Example:", "  kindred items delete tent-017 tent-018"})
    int delete(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "The items.") List<String> ids,
            @Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(config, Feed.ITEMS)) {
            for (int i = 0; i < ids.size(); i++) {
                producer.send(i, ItemChange.removal(ids.get(i)));
            }
            producer.flush();
            spec.commandLine()
                    .getOut()
                    .println(String.format(Locale.ROOT, "removed %,d items", producer.acknowledged()));
        }
        return ExitCode.OK;
    }
}
