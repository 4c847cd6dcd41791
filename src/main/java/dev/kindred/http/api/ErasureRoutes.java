package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.Described;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.query.Directory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forgets users, and shows the receipts. The id of a request begins with the partition of its user. */
final class ErasureRoutes {

    private static final Pattern REQUEST_ID = Pattern.compile("([0-9]{1,6})-[0-9a-f-]{36}");

    private final IntakeCalls<ErasureRequest, ErasureRequest> intake;
    private final UserCalls calls;
    private final Directory directory;
    private final Parameter<String> id;
    private final Clock clock;
    private final Parameter<String> requestId = Parameter.path(
            "requestId",
            "The id that the request to forget a user was answered with.",
            REQUEST_ID,
            "must be the id of a request over HTTP; receipts of others are in the topic erasure-receipts");

    /** @param clock gives the time of a request */
    ErasureRoutes(
            Intake<ErasureRequest, ErasureRequest> intake,
            UserCalls calls,
            Directory directory,
            Parameter<String> id,
            Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_BODY, "erasures");
        this.calls = calls;
        this.directory = directory;
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.delete(
                                "/v1/users/{id}",
                                "Forget a user: all data, as if the user had never been seen. The answer comes when the"
                                        + " request is durable; its receipt follows shortly after.")
                        .takes(id)
                        .answers(ErasureRequested.class, this::erase)
                        .fails(ProblemKind.BROKERS_UNREACHABLE)
                        .answering(202)
                        .needs(Scope.ADMIN),
                Route.get("/v1/erasures/{requestId}", "How far a request to forget a user is, and its receipt.")
                        .takes(requestId)
                        .answers(ErasureAnswer.class, this::receipt)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.ADMIN));
    }

    private Reply erase(Arguments arguments) {
        String userId = arguments.get(id);
        String request = directory.partitionOf(userId) + "-" + UUID.randomUUID();
        intake.take(List.of(new ErasureRequest(request, userId, clock.millis(), "requested over HTTP")));
        return Reply.json(202, new ErasureRequested(request));
    }

    private Reply receipt(Arguments arguments) {
        String request = arguments.get(requestId);
        Matcher parts = REQUEST_ID.matcher(request);
        int partition = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        return calls.answer(
                arguments,
                partition,
                source -> Reply.json(source.queries()
                        .receipt(partition, request)
                        .map(ErasureAnswer::of)
                        .orElseGet(() -> ErasureAnswer.waiting(request))));
    }

    /** An accepted request as JSON. */
    record ErasureRequested(
            @Described("The id of the request, for GET /v1/erasures/{requestId}.")
            String requestId) {}

    /** The state of a request as JSON. */
    record ErasureAnswer(
            String requestId,

            @Described("done, or waiting: not carried out yet, or no longer kept here, or never requested.")
            String state,

            @Described("The receipt, if the request is done.") @Nullable
            Receipt receipt) {

        static ErasureAnswer waiting(String requestId) {
            return new ErasureAnswer(requestId, "waiting", null);
        }

        static ErasureAnswer of(ErasureReceipt receipt) {
            return new ErasureAnswer(receipt.requestId(), "done", Receipt.of(receipt));
        }

        /** A receipt. */
        record Receipt(
                @Described("The keyed hash of the user; absent without privacy.secret.") @Nullable
                String user,

                @Described("When the request arrived, in epoch milliseconds.")
                long requestedMs,

                @Described("When the user was erased, in epoch milliseconds.")
                long erasedMs,

                @Described("Whether nothing was held about the user.")
                boolean nothingHeld,

                @Described("How many events the user's vector had taken into account.")
                long events,

                @Described("How many of the user's items were removed.")
                int cells,

                @Described("Whether attributes or consents were removed.")
                boolean attributes,

                @Described("The keyed hash of the user into whom this one was merged lately and who has the data"
                        + " now; absent if there is none.")
                @Nullable
                String mergedInto,

                @Described("By topic that only time clears: when its records of the user are gone, in epoch"
                        + " milliseconds; -1 for never.")
                Map<String, Long> goneByMs,

                int partition,

                @Described("The number of the receipt in its partition, from 1.")
                long sequence,

                @Described("The digest of the receipt before.")
                String previous,

                @Described("SHA-256 of the receipt.") String digest) {

            Receipt {
                goneByMs = new TreeMap<>(goneByMs);
            }

            static Receipt of(ErasureReceipt receipt) {
                return new Receipt(
                        presentIf(receipt.user()),
                        receipt.requestedMs(),
                        receipt.erasedMs(),
                        receipt.held().isNothing(),
                        receipt.held().events(),
                        receipt.held().cells(),
                        receipt.held().attributes(),
                        presentIf(receipt.mergedInto()),
                        receipt.goneByMs(),
                        receipt.link().partition(),
                        receipt.link().sequence(),
                        receipt.link().previous(),
                        receipt.digest());
            }

            private static @Nullable String presentIf(String text) {
                return text.isEmpty() ? null : text;
            }
        }
    }
}
