package dev.kindred.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.intake.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON without what parsers forgive: other encodings than UTF-8, a key twice, text after the end. */
public final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // ids keep all their digits
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonMapper MANY = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MAX_SHOWN = 60;
    private static final int MAX_SCALE = 400; // written out, 1e999999999 would have a gigabyte of zeros

    private StrictJson() {}

    /** The object of a text. */
    public static JsonNode object(String text) throws UnreadableJsonException {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable("is not JSON: '" + shortened(e.getOriginalMessage()) + "'");
        }
        if (!json.isObject()) {
            throw unreadable("is no JSON object");
        }
        return json;
    }

    /** The object of bytes of UTF-8. */
    public static JsonNode object(byte[] utf8) throws UnreadableJsonException {
        try {
            return object(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw unreadable("is not UTF-8");
        }
    }

    /** A parser of UTF-8, for files of many objects. */
    public static JsonParser parser(InputStream in) throws IOException {
        return MANY.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** A text as it is, a number by its digits; one with very many of them keeps its exponent. */
    public static String text(JsonNode value) {
        if (!value.isBigDecimal()) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue();
        return Math.abs(number.scale()) <= MAX_SCALE ? number.toPlainString() : number.toString();
    }

    private static UnreadableJsonException unreadable(String problem) {
        return new UnreadableJsonException(RejectionReason.UNDECODABLE, problem);
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\s+", " ");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
    }
}
