package dev.kindred.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * The answer of a registry.
 *
 * @param status the HTTP status
 * @param body JSON if the server is a registry, otherwise any text
 * @param url the URL of the request, without credentials
 */
record RegistryAnswer(int status, String body, String url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether a retry may give another answer. */
    boolean mayPass() {
        return status == 408 || status == 429 || status >= 500;
    }

    /** Whether it is "not found" with the error code of a registry, which other web servers do not send. */
    boolean isUnknown() {
        return status == 404
                && object().filter(reply -> reply.path("error_code").canConvertToInt())
                        .isPresent();
    }

    /** The message of a registry's error, or the status. */
    String message() {
        return object().map(reply -> reply.path("message").asText())
                .filter(message -> !message.isEmpty())
                .orElse("status " + status + " without a message");
    }

    /**
     * The JSON object of a successful answer.
     *
     * @throws RegistryRefusedException for any other answer
     */
    JsonNode accepted() {
        if (status == 401 || status == 403) {
            throw new RegistryRefusedException(url + " answered " + status
                    + "; check basic.auth.credentials.source and basic.auth.user.info, and the rights of that user");
        }
        if (!isSuccess()) {
            throw new RegistryRefusedException(url + " answered " + status + ": " + message());
        }
        return object().orElseThrow(this::notARegistry);
    }

    /**
     * The id of a schema.
     *
     * @throws RegistryRefusedException if there is none
     */
    int id() {
        JsonNode id = accepted().path("id");
        if (!id.canConvertToInt()) {
            throw notARegistry();
        }
        return id.intValue();
    }

    /**
     * The text of a schema.
     *
     * @throws RegistryRefusedException if there is none
     */
    String schema() {
        JsonNode schema = accepted().path("schema");
        if (!schema.isTextual()) {
            throw notARegistry();
        }
        return schema.textValue();
    }

    private RegistryRefusedException notARegistry() {
        return new RegistryRefusedException(
                url + " does not answer as a schema registry does; does " + RegistrySettings.URL + " lack a path?");
    }

    private Optional<JsonNode> object() {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
