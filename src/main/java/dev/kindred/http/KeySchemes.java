package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a key may come, as OpenAPI describes it. */
final class KeySchemes {

    private static final String BEARER = "bearer";
    private static final String HEADER = "header";
    private static final String QUERY = "query";

    private KeySchemes() {}

    /** All ways, by their names. */
    static ObjectNode all() {
        ObjectNode schemes = JsonNodeFactory.instance.objectNode();
        schemes.putObject(BEARER).put("type", "http").put("scheme", "bearer");
        schemes.putObject(HEADER).put("type", "apiKey").put("in", "header").put("name", "X-Api-Key");
        schemes.putObject(QUERY).put("type", "apiKey").put("in", "query").put("name", Access.KEY_PARAMETER);
        return schemes;
    }

    /** The ways to some routes, one of which is enough, with the scope that the key needs. */
    static ArrayNode of(Access access) {
        ArrayNode ways = JsonNodeFactory.instance.arrayNode();
        add(BEARER, access, ways);
        add(HEADER, access, ways);
        if (access.keyInQuery()) {
            add(QUERY, access, ways);
        }
        return ways;
    }

    private static void add(String way, Access access, ArrayNode ways) {
        ways.addObject().putArray(way).add(access.scope().word());
    }
}
