package dev.kindred.lab.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Recommendations;
import dev.kindred.net.Percent;
import java.net.URI;
import java.util.List;

/** Shell commands that send HTTP requests to the demo. */
final class Curl {

    private final URI address;

    Curl(URI address) {
        this.address = address;
    }

    /**
     * Requests for the lists of a list's user, of its first item, and of an anonymous session that clicked this item;
     * and a click of the user on it.
     */
    List<String> commands(Recommendations list) {
        String item = list.items().isEmpty() ? "item" : list.items().get(0).itemId();
        return List.of(
                "curl "
                        + quoted(address + "/v1/users/" + Percent.encode(list.userId())
                                + "/recommendations?k=3&scenario=home&explain=text"),
                "curl " + quoted(address + "/v1/items/" + Percent.encode(item) + "/similar?k=3"),
                "curl " + quoted(address + "/v1/recommendations?k=3") + " --json " + quoted(session(item)),
                "curl " + quoted(address + "/v1/events") + " --json " + quoted(click(list.userId(), item)));
    }

    private static String session(String item) {
        ObjectNode session = JsonNodeFactory.instance.objectNode();
        session.putArray("events").addObject().put("itemId", item).put("type", "CLICK");
        return session.toString();
    }

    private static String click(String user, String item) {
        ObjectNode click = JsonNodeFactory.instance.objectNode();
        click.putArray("events")
                .addObject()
                .put("userId", user)
                .put("itemId", item)
                .put("type", "CLICK");
        return click.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
