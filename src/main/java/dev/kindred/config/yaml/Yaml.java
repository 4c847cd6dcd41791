package dev.kindred.config.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** Reads YAML strictly: unknown keys and duplicate keys are errors. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern TAB = Pattern.compile("(?s)\\(TAB\\).*?line (\\d+)"); // the words of SnakeYAML

    private Yaml() {}

    /**
     * Reads a text.
     *
     * @param meaning converts the keys of the top level
     * @throws YamlSyntaxException if the text is not YAML, or has a wrong key or value
     */
    public static <T> T read(String text, Function<Section, T> meaning) {
        try {
            Lines lines = new Lines(MAPPER.createParser(text));
            return meaning.apply(new Section(MAPPER.readTree(text), JsonPointer.empty(), lines));
        } catch (JsonProcessingException e) {
            throw noYaml(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static YamlSyntaxException noYaml(JsonProcessingException e) {
        Matcher tab = TAB.matcher(e.getOriginalMessage());
        if (tab.find()) {
            return new YamlSyntaxException(
                    Integer.parseInt(tab.group(1)), "this is not YAML: a tab indents the line; indent with spaces");
        }
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return new YamlSyntaxException(line, "this is not YAML: " + problem);
    }

    /**
     * Reads a file.
     *
     * @param example the name of an example file, for messages
     * @param meaning converts the text; throws {@link YamlSyntaxException}
     * @throws ConfigException if the file cannot be read or anything in it is wrong; its message is one sentence that names
     *     file, line, key and cure
     */
    public static <T> T read(Path file, String example, Function<String, T> meaning) {
        try {
            return meaning.apply(Files.readString(file));
        } catch (YamlSyntaxException e) {
            throw refused(file + ", line " + e.line() + ", " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw refused(file + " does not exist; " + example + " is an example", e);
        } catch (IOException e) {
            throw refused(file + " cannot be read as text in UTF-8: " + e.getMessage(), e);
        }
    }

    private static ConfigException refused(String message, Exception cause) {
        ConfigException refused = new ConfigException(message);
        refused.initCause(cause);
        return refused;
    }
}
