package dev.kindred.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CurlTest {

    private static List<String> commands(String user, String item) {
        RecommendedItem only = new RecommendedItem(item, 1, 1, Strategy.POPULAR, 0, List.of());
        return new Curl(URI.create("http://127.0.0.1:8080"))
                .commands(new Recommendations(user, List.of(only), Optional.empty(), 0, 0, 1));
    }

    @Test
    void requestsTheShopperAndTheItemOfAList() {
        assertThat(commands("ann", "tea"))
                .containsExactly(
                        "curl 'http://127.0.0.1:8080/v1/users/ann/recommendations?k=3&scenario=home&explain=text'",
                        "curl 'http://127.0.0.1:8080/v1/items/tea/similar?k=3'",
                        "curl 'http://127.0.0.1:8080/v1/recommendations?k=3' --json"
                                + " '{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\"}]}'",
                        "curl 'http://127.0.0.1:8080/v1/events' --json"
                                + " '{\"events\":[{\"userId\":\"ann\",\"itemId\":\"tea\",\"type\":\"CLICK\"}]}'");
    }

    @Test
    void keepsTheShellFromReadingIds() {
        assertThat(commands("a b/c", "it's \"$x\""))
                .containsExactly(
                        "curl 'http://127.0.0.1:8080/v1/users/a%20b%2Fc/recommendations?k=3&scenario=home&explain=text'",
                        "curl 'http://127.0.0.1:8080/v1/items/it%27s%20%22%24x%22/similar?k=3'",
                        "curl 'http://127.0.0.1:8080/v1/recommendations?k=3' --json"
                                + " '{\"events\":[{\"itemId\":\"it'\\''s \\\"$x\\\"\",\"type\":\"CLICK\"}]}'",
                        "curl 'http://127.0.0.1:8080/v1/events' --json '{\"events\":[{\"userId\":\"a b/c\","
                                + "\"itemId\":\"it'\\''s \\\"$x\\\"\",\"type\":\"CLICK\"}]}'");
    }
}
