package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.PeerRequest;
import dev.kindred.http.Peers;
import dev.kindred.http.Reply;
import dev.kindred.http.guard.RequestIds;
import dev.kindred.query.Home;
import dev.kindred.query.HostAddress;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Forwards a request about a user to the instance that has the user, so that clients can send it to any instance.
 *
 * <p>An instance without the user forwards the request to the owner, once: a header marks forwarded requests, which are
 * never forwarded again, so that two instances that take each other for the owner cause no loop. If the owner does not
 * answer and stale reads are allowed, standby copies answer, the own one first; a header marks such answers as stale.
 * Otherwise the answer is 503 with Retry-After.
 */
final class UserCalls {

    /** Request header: an instance has forwarded the request, to the owner or to a copy. */
    static final String FORWARDED = "Kindred-Forwarded";

    /** Response header: the answer comes from a copy. */
    static final String STALE = "Kindred-Stale";

    private static final String FOR_OWNER = "owner";
    private static final String FOR_COPY = "copy";
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final List<String> PASSED_ON = List.of("Authorization", "X-Api-Key");

    private final Source own;
    private final Source copies;
    private final Cluster cluster;

    UserCalls(Queries queries, Cluster cluster) {
        this.own = new Source(queries, false);
        this.copies = new Source(cluster.copies(), true);
        this.cluster = cluster;
    }

    /**
     * Answers a query about one user.
     *
     * @param question answers from one source; called again with another source if the first is not ready
     * @throws QueryException.NotReady if no instance can answer now
     */
    Reply answer(Arguments arguments, String userId, Function<Source, Reply> question) {
        return answer(arguments, question, () -> askOthers(arguments, userId, question));
    }

    /** Answers a query about all users of a partition. Copies are not used: they may lack users. */
    Reply answer(Arguments arguments, int partition, Function<Source, Reply> question) {
        return answer(
                arguments,
                question,
                () -> cluster.directory()
                        .homeOfPartition(partition)
                        .owner()
                        .flatMap(owner -> askPeer(owner, arguments, FOR_OWNER)));
    }

    private Reply answer(Arguments arguments, Function<Source, Reply> question, Supplier<Optional<Reply>> others) {
        Optional<String> forwarded = arguments.header(FORWARDED);
        if (forwarded.isPresent()) {
            return ask(forwarded.get().equals(FOR_COPY) ? copies : own, question);
        }
        try {
            return ask(own, question);
        } catch (QueryException.NotReady e) {
            Optional<Reply> reply = others.get();
            cluster.forwards().accept(reply.map(UserCalls::origin).orElse(Forwarded.FAILED));
            return reply.orElseThrow(() -> e);
        }
    }

    private static Reply ask(Source source, Function<Source, Reply> question) {
        Reply reply = question.apply(source);
        return source.isCopy() ? reply.with(STALE, "true") : reply;
    }

    private static Forwarded origin(Reply reply) {
        if (reply.status() == SERVICE_UNAVAILABLE) {
            return Forwarded.FAILED;
        }
        return reply.headers().containsKey(STALE) ? Forwarded.COPY : Forwarded.OWNER;
    }

    /** Answers a query about many users by the same rules; each user without an answer gets a problem. */
    Reply answer(Arguments arguments, Batch batch) {
        Optional<String> forwarded = arguments.header(FORWARDED);
        if (forwarded.isPresent()) {
            batch.ask(forwarded.get().equals(FOR_COPY) ? copies : own, batch.all());
        } else {
            List<Integer> notHere = batch.ask(own, batch.all());
            List<Integer> open = batch.askPeers(cluster, notHere, Home::owner, FOR_OWNER);
            count(Forwarded.OWNER, notHere.size() - open.size());
            count(Forwarded.FAILED, cluster.staleReads() ? askCopies(batch, open) : open.size());
        }
        return Reply.json(batch.answer());
    }

    /** Returns the number of users without an answer. */
    private int askCopies(Batch batch, List<Integer> places) {
        List<Integer> notHere = batch.ask(copies, places);
        List<Integer> open =
                batch.askPeers(cluster, notHere, home -> home.copies().stream().findFirst(), FOR_COPY);
        count(Forwarded.COPY, places.size() - open.size());
        return open.size();
    }

    private void count(Forwarded outcome, int times) {
        for (int i = 0; i < times; i++) {
            cluster.forwards().accept(outcome);
        }
    }

    private Optional<Reply> askOthers(Arguments arguments, String userId, Function<Source, Reply> question) {
        Home home = cluster.directory().homeOf(userId);
        Optional<Reply> owners = home.owner().flatMap(owner -> askPeer(owner, arguments, FOR_OWNER));
        boolean answered = owners.filter(UserCalls::isAnswer).isPresent();
        if (answered || !cluster.staleReads()) {
            return owners;
        }
        // an owner that is still restoring the user also has a copy
        Stream<HostAddress> copies = owners.isPresent()
                ? Stream.concat(home.copies().stream(), home.owner().stream())
                : home.copies().stream();
        return askOwnCopy(question)
                .or(() -> copies.flatMap(copy -> askPeer(copy, arguments, FOR_COPY).stream())
                        .filter(UserCalls::isAnswer)
                        .findFirst())
                .or(() -> owners);
    }

    private static boolean isAnswer(Reply reply) {
        return reply.status() != SERVICE_UNAVAILABLE;
    }

    private Optional<Reply> askOwnCopy(Function<Source, Reply> question) {
        try {
            return Optional.of(ask(copies, question));
        } catch (QueryException.NotReady | QueryException.Busy e) {
            return Optional.empty();
        }
    }

    private Optional<Reply> askPeer(HostAddress peer, Arguments arguments, String purpose) {
        PeerRequest request = arguments.forPeer(headers(arguments, purpose), Optional.empty());
        return Peers.await(cluster.peers().ask(peer, request));
    }

    /** The credentials and the request id are forwarded: a peer applies the same permissions and logs the same id. */
    static Map<String, String> headers(Arguments arguments, String purpose) {
        Map<String, String> headers = new HashMap<>();
        headers.put(FORWARDED, purpose);
        for (String name : PASSED_ON) {
            arguments.header(name).ifPresent(value -> headers.put(name, value));
        }
        RequestIds.current().ifPresent(id -> headers.put(RequestIds.HEADER, id));
        return headers;
    }
}
