package dev.kindred.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Arguments;
import dev.kindred.http.Peers;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.query.Home;
import dev.kindred.query.HostAddress;
import dev.kindred.query.QueryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One query for many users. This instance answers for its own users and sends one request to every other instance that
 * has users of the batch, all at the same time; then it uses copies by the rules of {@link UserCalls}. A failure for
 * one user does not affect the others. Serves one request, in one thread.
 */
final class Batch {

    private final Arguments arguments;
    private final List<String> userIds;
    private final BiFunction<Source, String, RecommendationsAnswer> question;
    private final Function<List<String>, Object> body;
    private final @Nullable Object[] answers; // by place in userIds: a BatchAnswer.Answer, or a peer's JSON

    /**
     * A batch.
     *
     * @param question the query for one user on one source
     * @param body the body of the same request for some of the users
     */
    Batch(
            Arguments arguments,
            List<String> userIds,
            BiFunction<Source, String, RecommendationsAnswer> question,
            Function<List<String>, Object> body) {
        this.arguments = arguments;
        this.userIds = userIds;
        this.question = question;
        this.body = body;
        this.answers = new Object[userIds.size()];
    }

    /** Queries a source and returns the places of users for which it is not ready. */
    List<Integer> ask(Source source, List<Integer> places) {
        List<Integer> open = new ArrayList<>();
        for (int place : places) {
            String userId = userIds.get(place);
            try {
                answers[place] = BatchAnswer.Answer.of(userId, question.apply(source, userId));
            } catch (QueryException.NotReady e) {
                answers[place] = failure(userId, e);
                open.add(place);
            } catch (QueryException e) {
                answers[place] = failure(userId, e);
            }
        }
        return open;
    }

    private static BatchAnswer.Answer failure(String userId, QueryException e) {
        return BatchAnswer.Answer.of(userId, QueryProblems.translate(e));
    }

    /** Queries other instances and returns the places of users for which none is ready. */
    List<Integer> askPeers(
            Cluster cluster, List<Integer> places, Function<Home, Optional<HostAddress>> choice, String purpose) {
        List<Integer> open = new ArrayList<>();
        Map<HostAddress, List<Integer>> byPeer = new LinkedHashMap<>();
        for (int place : places) {
            choice.apply(cluster.directory().homeOf(userIds.get(place)))
                    .ifPresentOrElse(
                            peer -> byPeer.computeIfAbsent(peer, p -> new ArrayList<>())
                                    .add(place),
                            () -> open.add(place));
        }
        Map<List<Integer>, CompletableFuture<Reply>> replies = new LinkedHashMap<>();
        byPeer.forEach((peer, asked) -> replies.put(asked, send(cluster, peer, asked, purpose)));
        replies.forEach((asked, reply) -> open.addAll(take(asked, reply)));
        return open;
    }

    private CompletableFuture<Reply> send(Cluster cluster, HostAddress peer, List<Integer> asked, String purpose) {
        Object part = body.apply(asked.stream().map(userIds::get).toList());
        return cluster.peers().ask(peer, arguments.forPeer(UserCalls.headers(arguments, purpose), Optional.of(part)));
    }

    /** Copies a peer's answers unchanged, and returns the places that are still open. */
    private List<Integer> take(List<Integer> asked, CompletableFuture<Reply> reply) {
        List<JsonNode> given = answersOf(reply);
        if (given.size() != asked.size()) {
            return asked;
        }
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            answers[asked.get(i)] = given.get(i);
            if (given.get(i).at("/problem/type").asText().equals(ProblemKind.NOT_READY.type())) {
                open.add(asked.get(i));
            }
        }
        return open;
    }

    private static List<JsonNode> answersOf(CompletableFuture<Reply> awaited) {
        Optional<Reply> reply = Peers.await(awaited);
        try {
            List<JsonNode> answers = new ArrayList<>();
            if (reply.isPresent()) {
                reply.get().tree().path("answers").forEach(answers::add);
            }
            return answers;
        } catch (IOException e) { // not an answer of this API
            return List.of();
        }
    }

    /** All places. */
    List<Integer> all() {
        return IntStream.range(0, userIds.size()).boxed().toList();
    }

    /** The answer to the request, in its order; every user must have an answer. */
    Object answer() {
        return Map.of(
                "answers", Arrays.stream(answers).map(Objects::requireNonNull).toList());
    }
}
