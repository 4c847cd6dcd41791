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
 * One question on many users: those whom this instance has are answered here, those of every other instance by one
 * question to it, all at the same time; then copies by the rules of {@link UserCalls}. One user's failure is not that of
 * the others. Serves one request, in one thread.
 */
final class Batch {

    private final Arguments arguments;
    private final List<String> userIds;
    private final BiFunction<Source, String, RecommendationsAnswer> question;
    private final @Nullable Object[] answers; // by place in userIds: a BatchAnswer.Answer, or a peer's words

    /**
     * A question.
     *
     * @param question on one user, from one source
     */
    Batch(Arguments arguments, List<String> userIds, BiFunction<Source, String, RecommendationsAnswer> question) {
        this.arguments = arguments;
        this.userIds = userIds;
        this.question = question;
        this.answers = new Object[userIds.size()];
    }

    /** What a source knows, and for whom it is not ready; those stay open. */
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

    /** What other instances know, and for whom none of them is ready; those stay open. */
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
        BatchQuestion body = new BatchQuestion(asked.stream().map(userIds::get).toList());
        return cluster.peers().ask(peer, arguments.forPeer(UserCalls.headers(arguments, purpose), Optional.of(body)));
    }

    /** Takes a peer's answers over, word for word. */
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
        } catch (IOException e) { // no answer of ours
            return List.of();
        }
    }

    /** The places of all users. */
    List<Integer> all() {
        return IntStream.range(0, userIds.size()).boxed().toList();
    }

    /** The answer to the whole, in the order of the question; every user must have been asked for. */
    Object answer() {
        return Map.of(
                "answers", Arrays.stream(answers).map(Objects::requireNonNull).toList());
    }
}
