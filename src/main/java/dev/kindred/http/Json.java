package dev.kindred.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.EventTypes;
import dev.kindred.model.InteractionType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** Converts JSON to and from records. Reading is strict; writing omits null fields. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // several times faster on JDK 17
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .withCoercionConfig(LogicalType.Textual, Json::refuseOtherScalars)
            .addModule(new SimpleModule().addDeserializer(InteractionType.class, new TypeReader()))
            .build();

    private Json() {}

    /** Reads a type of event under any of its usual names. */
    private static final class TypeReader extends StdDeserializer<InteractionType> {

        private static final long serialVersionUID = 1;

        TypeReader() {
            super(InteractionType.class);
        }

        @Override
        public InteractionType deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (InteractionType) context.handleUnexpectedToken(InteractionType.class, parser);
            }
            String name = parser.getText();
            Optional<InteractionType> type = EventTypes.named(name);
            return type.isPresent()
                    ? type.get()
                    : (InteractionType) context.handleWeirdStringValue(InteractionType.class, name, "unknown");
        }
    }

    private static void refuseOtherScalars(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the answer as JSON", e);
        }
    }

    /** The JSON object of a record. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** @throws ProblemException if the bytes are not JSON, or do not match the type */
    static <T> T read(byte[] bytes, Class<T> type) {
        String text = utf8(bytes);
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new ProblemException(
                        Problem.of(ProblemKind.INVALID_BODY, "the body must be an object, got null"));
            }
            return value;
        } catch (JsonMappingException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, "the body is not JSON"));
        }
    }

    /**
     * The object in the bytes, whose parts are read one by one; its numbers keep all their digits.
     *
     * @throws ProblemException if the bytes are no JSON object
     */
    static JsonNode object(byte[] bytes) {
        try {
            return StrictJson.object(utf8(bytes));
        } catch (UnreadableJsonException e) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, "the body " + e.getMessage()));
        }
    }

    /**
     * Reads a part of a body.
     *
     * @throws ProblemException if it does not match the type
     */
    public static <T> T read(JsonNode json, Class<T> type) {
        if (!json.isObject()) {
            throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, "it must be an object"));
        }
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonMappingException e) {
            throw refused(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read before is not JSON", e);
        }
    }

    /** JSON between programs is UTF-8 (RFC 8259, 8.1); a zero byte comes from UTF-16 or UTF-32. */
    private static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // the same answer
        }
        throw new ProblemException(Problem.of(ProblemKind.INVALID_BODY, "the body must be JSON in UTF-8"));
    }

    /** @throws IOException if the bytes are not JSON */
    static JsonNode tree(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    private static ProblemException refused(JsonMappingException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        String path = path(failure);
        String detail = cause instanceof IllegalArgumentException rule
                ? String.valueOf(rule.getMessage())
                : "is missing, unknown, or has the wrong type";
        return new ProblemException(
                path.isEmpty()
                        ? Problem.of(ProblemKind.INVALID_BODY, "the body " + detail)
                        : Problem.of(ProblemKind.INVALID_BODY, path, path + " " + detail));
    }

    /** The path of the invalid field, for example {@code events[3].type}. */
    private static String path(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + shortened(step.getFieldName()))
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String shortened(String fieldName) {
        return fieldName.length() <= 40 ? fieldName : fieldName.substring(0, 40) + "...";
    }
}
