package dev.kindred.lab.evaluation;

import dev.kindred.logs.Compression;
import dev.kindred.model.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what a file of comma-separated text, gzip accepted, says of items. Its header names {@code item_id} and
 * {@code categories}, and {@code title} if there are titles; several categories of an item are joined by a vertical bar.
 */
public final class ItemFile {

    private static final String ITEM = "item_id";
    private static final String TITLE = "title";
    private static final String CATEGORIES = "categories";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ItemFile() {}

    /**
     * The items, in the order of the file.
     *
     * @throws IOException if the file cannot be read, lacks a column or has an item without an id
     */
    public static List<Item> read(Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        try (Reader reader = open(file);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            if (!parser.getHeaderNames().containsAll(List.of(ITEM, CATEGORIES))) {
                throw new IOException(file + " needs a header that names " + ITEM + " and " + CATEGORIES);
            }
            for (CSVRecord line : parser) {
                if (line.get(ITEM).isEmpty()) {
                    throw new IOException(file + " has no " + ITEM + " in record " + line.getRecordNumber());
                }
                String title = line.isMapped(TITLE) ? line.get(TITLE) : "";
                items.add(Item.of(line.get(ITEM), title, categories(line.get(CATEGORIES))));
            }
        }
        return items;
    }

    private static Reader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Compression.decompressed(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static List<String> categories(String joined) {
        return Stream.of(joined.strip().split("\\s*\\|\\s*", -1))
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }
}
