package dev.kindred.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file of {@link Properties} in UTF-8, with the line of each key.
 *
 * <p>This class only joins continued lines; {@link Properties} parses the result.
 */
final class PropertiesFile {

    private static final Logger LOG = LoggerFactory.getLogger(PropertiesFile.class);
    private static final String SPACE = " \t\f";

    private PropertiesFile() {}

    /**
     * Reads all settings. The last line with a key wins, as with {@link Properties}; a warning names the others.
     *
     * @throws ConfigException if the file does not exist or cannot be read
     */
    static Map<String, Given> read(Path file) {
        return read(file, LOG::warn);
    }

    static Map<String, Given> read(Path file, Consumer<String> warnings) {
        Map<String, Given> settings = new TreeMap<>();
        List<String> lines = lines(file);
        int next = 0;
        while (next < lines.size()) {
            int first = next;
            StringBuilder piece = new StringBuilder(lines.get(next++));
            while (next < lines.size() && continues(lines.get(next - 1), next - 1 == first)) {
                piece.append('\n').append(lines.get(next++));
            }
            String place = file + ":" + (first + 1);
            parse(piece.toString(), place).forEach((key, value) -> {
                Given before = settings.put(key, new Given(value, place));
                if (before != null) {
                    warnings.accept("%s is set twice, at %s and %s: Kindred uses the latter, remove one"
                            .formatted(key, before.place(), place));
                }
            });
        }
        return settings;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException("the configuration file " + file + " does not exist: check the path");
        } catch (CharacterCodingException e) {
            throw new ConfigException("the configuration file " + file + " is not in UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new ConfigException("cannot read the configuration file " + file + ": " + e.getMessage());
        }
    }

    /** Whether a line ends with a backslash that is not escaped. Comments do not continue. */
    private static boolean continues(String line, boolean isFirst) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1 && !(isFirst && isComment(line));
    }

    private static boolean isComment(String line) {
        int start = 0;
        while (start < line.length() && SPACE.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.startsWith("#", start) || line.startsWith("!", start);
    }

    private static Map<String, String> parse(String piece, String place) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(piece));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(place + " cannot be read: " + e.getMessage());
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
