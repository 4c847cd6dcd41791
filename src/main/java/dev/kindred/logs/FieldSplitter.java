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
 * span lines. A quote that is out of place between tabs is a letter, because most tools write tabs without quotes.
 */
final class FieldSplitter {

    private final String separator;
    private final CSVFormat quoted;

    FieldSplitter(String separator) {
        this.separator = separator;
        this.quoted = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    List<String> split(String line) throws RejectedLineException {
        return line.indexOf('"') >= 0 ? splitQuoted(line) : splitPlain(line);
    }

    private List<String> splitPlain(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            fields.add(line.substring(start, end).strip());
            start = end + separator.length();
        }
        fields.add(line.substring(start).strip());
        return fields;
    }

    private List<String> splitQuoted(String line) throws RejectedLineException {
        try (CSVParser parser = CSVParser.parse(line, quoted)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return records.get(0).stream().map(String::strip).toList();
            }
        } catch (IOException | UncheckedIOException badQuotes) {
            // reported below with our own message
        }
        if (separator.equals("\t")) {
            return splitPlain(line);
        }
        throw new RejectedLineException("line has quotes that do not match");
    }
}
