package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Filter;
import dev.kindred.http.HttpPeers;
import dev.kindred.query.Directory;
import dev.kindred.query.Home;
import dev.kindred.query.HostAddress;
import dev.kindred.query.MemberCursor;
import dev.kindred.query.Queries;
import dev.kindred.testing.UnusedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances: whichever is asked, the one that has the user answers. */
final class ForwardingTest {

    private static final String BOB = "/v1/users/bob/recommendations?k=2&explain=true";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<Forwarded> outcomes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>()); // of the owner, as they came
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>()); // of those calls
    private final List<TestServer> servers = new ArrayList<>();
    private final UnusedPort nobody = UnusedPort.any();

    @AfterEach
    void stop() {
        servers.forEach(TestServer::close);
        nobody.close();
    }

    private TestServer started(TestServer server) {
        servers.add(server);
        return server;
    }

    private final Filter noting = (call, next) -> {
        calls.add(call.route().method() + " " + call.request().path() + " "
                + call.request().header(UserCalls.FORWARDED).orElse("-") + " "
                + call.request().header("Authorization").orElse("-"));
        ids.add(call.request().header("X-Request-Id").orElse("-"));
        return next.handle(call);
    };

    /** An instance with these users only, which knows no other instance. */
    private TestServer owner(String... users) {
        return started(new TestServer(new FakeQueries(Set.of(users), Set.of()), Cluster::ofOne, noting));
    }

    /** One who has ada, and looks up where the others are. */
    private TestServer asked(Directory directory, boolean staleReads, Queries copies) {
        return started(new TestServer(
                new FakeQueries(Set.of("ada"), Set.of("bob", "cid")),
                queries -> new Cluster(
                        copies, directory, new HttpPeers(Optional.empty(), PATIENCE, 4), staleReads, outcomes::add)));
    }

    private TestServer asked(Directory directory) {
        return asked(directory, false, new FakeQueries(Set.of(), Set.of("bob", "cid")));
    }

    private static HostAddress addressOf(TestServer server) {
        return new HostAddress("127.0.0.1", server.address().getPort());
    }

    private HostAddress nobody() {
        return new HostAddress("127.0.0.1", nobody.number());
    }

    private static Directory home(HostAddress owner, HostAddress... copies) {
        return user -> new Home(Optional.of(owner), List.of(copies));
    }

    @Test
    void theOwnerAnswersThroughEveryInstance() {
        TestServer owner = owner("bob");
        TestServer asked = asked(home(addressOf(owner)));

        TestServer.Answer answer = asked.get(BOB);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(owner.get(BOB).json());
        assertThat(answer.header(UserCalls.STALE)).isEmpty();
        assertThat(outcomes).containsExactly(Forwarded.OWNER);
    }

    @Test
    void theOwnerTellsAllThatIsHeld() {
        TestServer owner = owner("bob");
        TestServer asked = asked(home(addressOf(owner)));

        TestServer.Answer answer = asked.get("/v1/users/bob/data");

        assertThat(answer.at("/held")).isEqualTo("true");
        assertThat(answer.json()).isEqualTo(owner.get("/v1/users/bob/data").json());
        assertThat(outcomes).containsExactly(Forwarded.OWNER);
    }

    @Test
    void ownUsersNeverTravel() {
        TestServer owner = owner("bob");
        TestServer asked = asked(home(addressOf(owner)));

        assertThat(asked.get("/v1/users/ada/recommendations").status()).isEqualTo(200);

        assertThat(calls).isEmpty();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void forwardsTheKeyAndAnyId() {
        TestServer owner = owner("bob");
        String strange = "a/b?c=d&e%20é+ f";
        TestServer asked = started(new TestServer(
                new FakeQueries(Set.of(), Set.of(strange)),
                queries -> new Cluster(
                        queries,
                        home(addressOf(owner)),
                        new HttpPeers(Optional.empty(), PATIENCE, 4),
                        false,
                        outcomes::add)));

        TestServer.Answer answer = asked.ask(asked.request("/v1/users/a%2Fb%3Fc=d%26e%2520%C3%A9+%20f/profile")
                .header("Authorization", "Bearer key")
                .build());

        assertThat(answer.status()).isEqualTo(404); // of the owner, who has only bob
        assertThat(calls).containsExactly("GET /v1/users/a%2Fb%3Fc%3Dd%26e%2520%C3%A9%2B%20f/profile owner Bearer key");
    }

    @Test
    void bothLogTheRequestUnderOneId() {
        TestServer asked = asked(home(addressOf(owner("bob"))));

        TestServer.Answer answer = asked.get("/v1/users/bob/recommendations");

        assertThat(ids).containsExactly(answer.header("X-Request-Id"));
    }

    @Test
    void twoThatTakeEachOtherForTheOwnerForwardOnce() {
        List<HostAddress> second = new ArrayList<>();
        TestServer first = asked(user -> new Home(Optional.of(second.get(0)), List.of()));
        TestServer other = started(new TestServer(
                new FakeQueries(Set.of(), Set.of("bob")),
                queries -> new Cluster(
                        queries,
                        home(addressOf(first)),
                        new HttpPeers(Optional.empty(), PATIENCE, 4),
                        false,
                        outcomes::add),
                noting));
        second.add(addressOf(other));

        TestServer.Answer answer = first.get(BOB);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(calls).hasSize(1);
        assertThat(outcomes).containsExactly(Forwarded.FAILED);
    }

    @Test
    void withoutItsOwnerAUserIsNotReady() {
        TestServer asked = asked(home(nobody(), nobody()));

        TestServer.Answer answer = asked.get(BOB);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:kindred:problem:not-ready");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(outcomes).containsExactly(Forwarded.FAILED);
    }

    @Test
    void aSilentOwnerEndsInATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            TestServer asked = asked(home(new HostAddress("127.0.0.1", silent.getLocalPort())));

            assertThat(asked.get(BOB).status()).isEqualTo(503);
        }
    }

    @Test
    void aCopyElsewhereAnswersIfAllowedAndMarksItsAnswer() {
        TestServer copy = owner("bob");
        FakeQueries noCopies = new FakeQueries(Set.of(), Set.of("bob"));

        TestServer.Answer answer =
                asked(home(nobody(), addressOf(copy)), true, noCopies).get(BOB);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(UserCalls.STALE)).isEqualTo("true");
        assertThat(answer.json().path("stale").asBoolean()).isTrue();
        assertThat(calls).singleElement().asString().contains(" copy ");
        assertThat(outcomes).containsExactly(Forwarded.COPY);
    }

    @Test
    void theOwnCopyAnswersFirst() {
        TestServer copy = owner("bob");
        FakeQueries own = new FakeQueries(Set.of("bob"), Set.of());

        TestServer.Answer answer =
                asked(home(nobody(), addressOf(copy)), true, own).get("/v1/users/bob/profile");

        assertThat(answer.json().path("stale").asBoolean()).isTrue();
        assertThat(calls).isEmpty();
        assertThat(outcomes).containsExactly(Forwarded.COPY);
    }

    private static Directory homeOfPartitionTwo(HostAddress owner) {
        return new Directory() {

            @Override
            public Home homeOf(String userId) {
                return Home.UNKNOWN;
            }

            @Override
            public Home homeOfPartition(int partition) {
                return partition == 2 ? new Home(Optional.of(owner), List.of()) : Home.UNKNOWN;
            }
        };
    }

    private static String members(int partition) {
        return "/v1/segments/idle/users?limit=1&cursor=" + new MemberCursor(partition, 0, "").text();
    }

    @Test
    void theOwnerOfAPartitionAnswersForItsMembers() {
        TestServer owner = owner("ada", "bob");
        TestServer asked = asked(homeOfPartitionTwo(addressOf(owner)));

        TestServer.Answer answer = asked.get(members(2));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/users/0/userId")).isEqualTo("ada");
        assertThat(calls).containsExactly("GET /v1/segments/idle/users owner -");
        assertThat(outcomes).containsExactly(Forwarded.OWNER);
    }

    @Test
    void membersAreNotReadyWithoutTheOwnerOfTheirPartition() {
        FakeQueries copies = new FakeQueries(Set.of("ada", "bob"), Set.of());
        TestServer asked = asked(homeOfPartitionTwo(nobody()), true, copies);

        for (int partition : List.of(1, 2)) {
            TestServer.Answer answer = asked.get(members(partition));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
        assertThat(outcomes).containsExactly(Forwarded.FAILED, Forwarded.FAILED);
    }

    @Test
    void allOwnersAnswerABatch() {
        TestServer bobs = owner("bob");
        HostAddress gone = nobody();
        TestServer asked = asked(user -> new Home(Optional.of(user.equals("bob") ? addressOf(bobs) : gone), List.of()));

        JsonNode answers = asked.post(
                        "/v1/recommendations/batch?k=1", "{\"userIds\":[\"cid\",\"bob\",\"nobody\",\"ada\",\"bob\"]}")
                .json()
                .path("answers");

        assertThat(answers.findValuesAsText("userId")).containsExactly("cid", "bob", "nobody", "ada", "bob");
        assertThat(answers.at("/0/problem/type").asText()).isEqualTo("urn:kindred:problem:not-ready");
        assertThat(answers.at("/1/list/items")).hasSize(1);
        assertThat(answers.at("/2/problem/type").asText()).isEqualTo("urn:kindred:problem:unknown-user");
        assertThat(answers.at("/3/list/items")).hasSize(1);
        assertThat(answers.at("/4")).isEqualTo(answers.at("/1"));
        assertThat(calls).hasSize(1); // both bobs in one question
        assertThat(outcomes).containsExactlyInAnyOrder(Forwarded.OWNER, Forwarded.OWNER, Forwarded.FAILED);
    }

    @Test
    void aBatchIsAnsweredByCopiesWhereThatIsAllowed() {
        TestServer copy = owner("bob");
        FakeQueries own = new FakeQueries(Set.of("cid"), Set.of("bob"));
        TestServer asked = asked(home(nobody(), addressOf(copy)), true, own);

        JsonNode answers = asked.post("/v1/recommendations/batch?k=1", "{\"userIds\":[\"bob\",\"cid\",\"ada\"]}")
                .json()
                .path("answers");

        assertThat(answers.at("/0/list/stale").asBoolean()).isTrue();
        assertThat(answers.at("/1/list/stale").asBoolean()).isTrue();
        assertThat(answers.at("/2/list").has("stale")).isFalse();
        assertThat(outcomes).containsExactlyInAnyOrder(Forwarded.COPY, Forwarded.COPY);
    }
}
