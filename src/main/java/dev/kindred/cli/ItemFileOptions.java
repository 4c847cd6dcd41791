package dev.kindred.cli;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.logs.ItemFormat;
import dev.kindred.logs.ItemSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to read a catalog, as a mixin. */
final class ItemFileOptions {

    @Option(
            names = "--format",
            description = "auto, csv, json, google, shopify, schemaorg or amazon. Default: ${DEFAULT-VALUE}.")
    private String format = "auto";

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "NAME=COLUMN",
            description = "The columns of the file, or the paths of JSON fields, for item_id, title, description,"
                    + " categories, tags, brand, price, currency, image_url, available, hidden, published, updated,"
                    + " attributes, attr.NAME. Other columns keep the meaning that they have in the format, or are"
                    + " ignored.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of prices that do not tell theirs, for example EUR. It also says which dollar"
                    + " or yen a sign means.")
    private Optional<String> currency = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description = "What separates the decimals of a price: point or comma. Default: found out; a price that may"
                    + " be read in two ways is left out.")
    private Optional<String> decimal = Optional.empty();

    @Option(
            names = "--category-separator",
            paramLabel = "TEXT",
            description = "What separates the levels of a category, with or without blanks. Default: ${DEFAULT-VALUE}.")
    private String categorySeparator = ItemSettings.STEP;

    @Option(
            names = "--zone",
            description = "The zone of times without one, for example Europe/Berlin. Default: ${DEFAULT-VALUE}.")
    private String zone = "UTC";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * The settings of the reader.
     *
     * @param rules for ids
     * @param asOfMs the time of items without one
     * @throws ParameterException if an option is wrong
     */
    ItemSettings settings(IntakeSettings rules, long asOfMs) {
        try {
            return new ItemSettings(
                    ItemFormat.named(format),
                    columns,
                    currency,
                    decimal.map(ItemFileOptions::separator),
                    categorySeparator,
                    LogFileOptions.zone(zone),
                    asOfMs,
                    rules);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static char separator(String name) {
        return switch (name) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default -> throw new IllegalArgumentException("--decimal must be point or comma, got " + name);
        };
    }
}
