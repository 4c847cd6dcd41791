package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.logs.ItemReader;
import dev.kindred.logs.ItemSettings;
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

/** Imports items into the catalog, and deletes them. */
@Command(name = "items", description = "Imports items into the catalog from a file, or deletes items.")
final class ItemsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: import or delete");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Sends a file of items, which may be compressed, to the items topic. Bad lines are reported and"
                            + " skipped. A field that cannot be read is reported and left out; the rest of its item is sent.",
            footer = {
                "",
                "Formats, which auto detects from the file:",
                "  csv        a header of item_id and any of title, description, categories, tags, brand, price,",
                "             currency, image_url, available, hidden, published, updated, attr.NAME, attributes;",
                "             | separates categories and tags, > the levels of a category",
                "  json       the JSON of POST /v1/items, one item per line, or a list",
                "  google     Google Merchant: CSV, TSV or XML (RSS, Atom)",
                "  shopify    Shopify's product CSV; the id is the handle, or --map item_id='Variant SKU'",
                "  schemaorg  products of schema.org in JSON-LD",
                "  amazon     product metadata of Amazon's public reviews",
                "",
                "An existing item is replaced completely. Items that are not in the file stay.",
                "",
                "Examples:",
                "  kindred items import items.csv.gz",
                "  kindred items import google.xml --dry-run",
                "  kindred items import products_export.csv --currency EUR",
                "  kindred items import export.csv --map item_id=sku,title=name,categories=path"
                        + " --category-separator /"
            })
    int importFile(
            @Parameters(paramLabel = "FILE", description = "The items.") Path file,
            @Mixin ItemFileOptions form,
            @Mixin TransferOptions lines,
            @Mixin ConfigOptions options)
            throws Exception {
        TransferSettings settings = lines.settings(file);
        KindredConfig config = options.load();
        ItemSettings items =
                form.settings(config.intakeSettings(), Clock.systemUTC().millis());
        if (lines.isDryRun()) {
            try (ItemReader reader = ItemReader.open(file, items)) {
                spec.commandLine().getOut().println("format: " + reader.form());
                return lines.show("items", reader, spec.commandLine().getOut());
            } catch (IOException e) {
                throw FileFailure.of("FILE", file, e);
            }
        }
        TransferOptions.requireTopic(config, config.topics().items());
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(config, Feed.ITEMS)) {
            return lines.run("items", Transfer.ofItems(settings, items, producer), spec.commandLine());
        } catch (SendFailedException e) {
            throw new CommandException(e.getMessage() + "; continue with --skip " + e.position(), e);
        } catch (IOException e) {
            throw FileFailure.of("FILE", file, e);
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes items from the catalog. Their interactions stay.",
            footer = {"", "Example:", "  kindred items delete tent-017 tent-018"})
    int delete(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "The items.") List<String> ids,
            @Mixin ConfigOptions options) {
        KindredConfig config = options.load();
        TransferOptions.requireTopic(config, config.topics().items());
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
