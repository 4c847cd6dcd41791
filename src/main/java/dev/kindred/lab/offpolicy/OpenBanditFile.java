package dev.kindred.lab.offpolicy;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A log of the Open Bandit Dataset, a row for each item shown. Source: Saito et al., <em>Open Bandit Dataset and Pipeline</em>
 * (2020, arXiv 2008.07146).
 *
 * <p>A column {@code user-item_affinity_N} says that there is an item N, shown or not. The other columns describe the user, and are
 * ignored.
 */
final class OpenBanditFile {

    static final List<String> COLUMNS = List.of("timestamp", "item_id", "position", "click", "propensity_score");

    private static final String AFFINITY = "user-item_affinity_";

    private OpenBanditFile() {}

    /** Whether the header of a table is that of a log, though columns may be absent. */
    static boolean isTable(String header) {
        List<String> names = List.of(header.replace("\uFEFF", "").split(",", -1));
        return names.contains("item_id") && names.contains("click");
    }

    static ChoiceLog read(String name, Reader reader) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true) // the row number has none
                .get();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            for (String column : COLUMNS) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw new IOException(name + " has no column " + column + cure(column));
                }
            }
            List<LoggedChoice> choices = new ArrayList<>();
            for (CSVRecord row : parser) {
                choices.add(choice(name, row));
            }
            return new ChoiceLog(name, choices, items(parser.getHeaderNames()));
        }
    }

    private static String cure(String column) {
        return column.equals("propensity_score")
                ? ": without the probability of every logged choice nothing can be estimated; log it with the choice"
                : ": a log of open-bandit has " + String.join(", ", COLUMNS);
    }

    private static NavigableSet<String> items(List<String> columns) {
        NavigableSet<String> items = new TreeSet<>();
        columns.stream()
                .filter(column -> column.startsWith(AFFINITY))
                .forEach(column -> items.add(column.substring(AFFINITY.length())));
        return items;
    }

    private static LoggedChoice choice(String name, CSVRecord row) throws IOException {
        String column = "";
        try {
            column = "timestamp";
            long timestampMs = OffsetDateTime.parse(field(row, column).replace(' ', 'T'))
                    .toInstant()
                    .toEpochMilli();
            column = "position";
            int position = Integer.parseInt(field(row, column));
            column = "click";
            double reward = Double.parseDouble(field(row, column));
            column = "propensity_score";
            double propensity = Double.parseDouble(field(row, column));
            return new LoggedChoice(timestampMs, field(row, "item_id"), position, reward, propensity);
        } catch (DateTimeException | IllegalArgumentException e) {
            String value = row.isSet(column) && !field(row, column).isEmpty() ? e.getMessage() : "is empty";
            throw new IOException(
                    "%s, line %d: %s: %s%s"
                            .formatted(
                                    name,
                                    row.getRecordNumber() + 1,
                                    column,
                                    value,
                                    column.equals("propensity_score")
                                            ? "; it is the probability of the logged choice, without which the row"
                                                    + " must be left out"
                                            : ""),
                    e);
        }
    }

    private static String field(CSVRecord row, String column) {
        return row.get(column).strip();
    }
}
