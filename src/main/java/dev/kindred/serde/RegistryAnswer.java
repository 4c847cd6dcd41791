package dev.kindred.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What a registry said.
 *
 * @param status of HTTP
 * @param body JSON if it is a registry that speaks, anything otherwise
 * @param url what was asked, without credentials
 */
record RegistryAnswer(int status, String body, String url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the same question may be answered otherwise a little later. */
    boolean mayPass() {
        return status == 408 || status == 429 || status >= 500;
    }

    /** Whether it says "not found" with the error code of a registry, which an ordinary web server does not send. */
    boolean isUnknown() {
        return status == 404
                && object().filter(reply -> reply.path("error_code").canConvertToInt())
                        .isPresent();
    }

    /** The message of a registry's error; the status when there is none. */
    String message() {
        return object().map(reply -> reply.path("message").asText())
                .filter(message -> !message.isEmpty())
                .orElse("status " + status + " without a message");
    }

    /**
     * The object that a registry sends when all is well.
     *
     * @throws RegistryRefusedException if this is anything else
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
