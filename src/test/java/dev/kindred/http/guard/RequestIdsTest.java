package dev.kindred.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import dev.kindred.http.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

final class RequestIdsTest {

    private final List<String> logged = new ArrayList<>();
    private final Router router = new Router(
            List.of(Route.get("/list", "Answers.").does(arguments -> {
                logged.add(String.valueOf(MDC.get(RequestIds.LOG_KEY)));
                return Reply.json("yes");
            })),
            List.of(new RequestIds()),
            failure -> Optional.empty(),
            100);

    private String idOf(TestRequest request) {
        return router.handle(request).join().headers().getOrDefault(RequestIds.HEADER, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Order-7_of.9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void areThoseOfTheCaller(String id) {
        assertThat(idOf(TestRequest.get("/list").with("x-request-id", id))).isEqualTo(id);
        assertThat(logged).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "forged\nline",
                "\u00e9",
                "${jndi:x}",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void areOursWhereTheCallersCouldDoHarm(String id) {
        assertThat(idOf(TestRequest.get("/list").with("X-Request-Id", id))).matches("[0-9a-f-]{36}");
    }

    @Test
    void differFromRequestToRequestAndStandInTheLogWhileItIsServed() {
        String first = idOf(TestRequest.get("/list"));
        String second = idOf(TestRequest.get("/list"));

        assertThat(logged).containsExactly(first, second);
        assertThat(first).isNotEqualTo(second);
        assertThat(MDC.get(RequestIds.LOG_KEY)).isNull();
    }

    @Test
    void areOnRefusedRequestsToo() {
        assertThat(idOf(TestRequest.get("/nowhere").with("X-Request-Id", "7"))).isEqualTo("7");
        assertThat(idOf(TestRequest.of("PUT", "/list").with("X-Request-Id", "8")))
                .isEqualTo("8");
    }
}
