package dev.kindred.evaluation;

import dev.kindred.logs.Compression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the categories of items from a file of comma-separated text, gzip accepted, with a header that names
 * {@code item_id} and {@code categories}; several categories of an item are joined by a vertical bar.
 */
public final class ItemCategories {

    private static final String ITEM = "item_id";
    private static final String CATEGORIES = "categories";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ItemCategories() {}

    /**
     * The categories by item; items without any are left out.
     *
     * @throws IOException if the file cannot be read or lacks a column
     */
    public static Map<String, Set<String>> read(Path file) throws IOException {
        Map<String, Set<String>> categories = new HashMap<>();
        try (Reader reader = open(file);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            if (!parser.getHeaderNames().containsAll(List.of(ITEM, CATEGORIES))) {
                throw new IOException(file + " needs a header that names " + ITEM + " and " + CATEGORIES);
            }
            for (CSVRecord item : parser) {
                Set<String> names = names(item.get(CATEGORIES));
                if (!names.isEmpty()) {
                    categories.put(item.get(ITEM), names);
                }
            }
        }
        return categories;
    }

    private static Reader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Compression.decompressed(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Set<String> names(String joined) {
        Set<String> names = new TreeSet<>(List.of(joined.strip().split("\\s*\\|\\s*", -1)));
        names.remove("");
        return names;
    }
}
