package dev.kindred.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits a line into fields and trims them.
 *
 * <p>Quotes are parsed within one line: an unclosed quote invalidates its own line only, and a quoted field cannot
 * span lines.
 */
final class FieldSplitter {

    private static final CSVFormat QUOTED = CSVFormat.RFC4180;

    private final char separator;

    FieldSplitter(char separator) {
        this.separator = separator;
    }

    List<String> split(String line) throws RejectedLineException {
        return separator == ',' && line.indexOf('"') >= 0 ? splitQuoted(line) : splitPlain(line);
    }

    private List<String> splitPlain(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            fields.add(line.substring(start, end).strip());
            start = end + 1;
        }
        fields.add(line.substring(start).strip());
        return fields;
    }

    private static List<String> splitQuoted(String line) throws RejectedLineException {
        try (CSVParser parser = CSVParser.parse(line, QUOTED)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return records.get(0).stream().map(String::strip).toList();
            }
        } catch (IOException | UncheckedIOException badQuotes) {
            // reported below with our own message
        }
        throw new RejectedLineException("line has quotes that do not match");
    }
}
