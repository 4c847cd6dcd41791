package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The security schemes of the OpenAPI document: the ways to send a key. */
final class KeySchemes {

    private static final String BEARER = "bearer";
    private static final String HEADER = "header";
    private static final String QUERY = "query";

    private KeySchemes() {}

    /** All schemes, by name. */
    static ObjectNode all() {
        ObjectNode schemes = JsonNodeFactory.instance.objectNode();
        schemes.putObject(BEARER).put("type", "http").put("scheme", "bearer");
        schemes.putObject(HEADER).put("type", "apiKey").put("in", "header").put("name", "X-Api-Key");
        schemes.putObject(QUERY).put("type", "apiKey").put("in", "query").put("name", Access.KEY_PARAMETER);
        return schemes;
    }

    /** The schemes that a route accepts, with the scope that the key needs. One scheme is enough. */
    static ArrayNode of(Access access) {
        ArrayNode schemes = JsonNodeFactory.instance.arrayNode();
        add(BEARER, access, schemes);
        add(HEADER, access, schemes);
        if (access.keyInQuery()) {
            add(QUERY, access, schemes);
        }
        return schemes;
    }

    private static void add(String scheme, Access access, ArrayNode schemes) {
        schemes.addObject().putArray(scheme).add(access.scope().word());
    }
}
