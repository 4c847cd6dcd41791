package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.query.LiveSample;
import dev.kindred.query.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes about an instance, made for the console and open to every client. */
final class ConsoleRoutes {

    private static final int DEAD_LETTERS = 200;

    private final Supplier<Status> status;
    private final Inspection inspection;
    private final ApiSettings settings;
    private final Parameter<Optional<Long>> since = Parameter.timestamp(
                    "since", "Only samples after this time, in epoch milliseconds; all of the last hour if absent.")
            .optional();
    private final Parameter<Integer> limit =
            Parameter.integer("limit", "The greatest number of records to return.", 1, DEAD_LETTERS, 50);

    ConsoleRoutes(Supplier<Status> status, Inspection inspection, ApiSettings settings) {
        this.status = status;
        this.inspection = inspection;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                Route.get("/v1/access", "What the caller's key may do.")
                        .answers(AccessAnswer.class, this::access)
                        .needs(Scope.ANY),
                Route.get("/v1/live", "The figures of this instance, now and during the last hour. No personal data.")
                        .takes(since)
                        .answers(LiveAnswer.class, this::live)
                        .needs(Scope.READ),
                Route.get("/v1/settings", "All settings in force, without secrets.")
                        .answers(
                                SettingsAnswer.class,
                                arguments -> Reply.json(new SettingsAnswer(inspection.settings())))
                        .needs(Scope.ADMIN),
                Route.get("/v1/topics", "Compares the topics with what the stream needs.")
                        .answers(Inspection.TopicsAnswer.class, arguments -> Reply.json(inspection.topics()))
                        .fails(ProblemKind.BROKERS_UNREACHABLE)
                        .needs(Scope.ADMIN),
                Route.get("/v1/dead-letters", "The newest rejected records of all instances, with their reasons.")
                        .takes(limit)
                        .answers(
                                DeadLettersAnswer.class,
                                arguments ->
                                        Reply.json(new DeadLettersAnswer(inspection.deadLetters(arguments.get(limit)))))
                        .fails(ProblemKind.BROKERS_UNREACHABLE)
                        .needs(Scope.ADMIN));
    }

    private Reply access(Arguments arguments) {
        List<String> scopes = Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.OPEN && scope != Scope.ANY)
                .filter(scope -> !settings.asksForKeys() || arguments.grants(scope))
                .map(Scope::word)
                .toList();
        return Reply.json(new AccessAnswer(settings.version(), settings.asksForKeys(), scopes));
    }

    private Reply live(Arguments arguments) {
        Status now = status.get();
        return Reply.json(new LiveAnswer(
                now.state(),
                now.ready(),
                now.obstacle().orElse(null),
                inspection.instances(),
                now.partitions().size(),
                now.matrix().users(),
                now.matrix().cells(),
                now.matrix().items(),
                now.catalog(),
                Runtime.getRuntime().maxMemory(),
                inspection.samplesAfter(arguments.get(since).orElse(0L)).stream()
                        .map(LiveAnswer.Sample::of)
                        .toList()));
    }

    /** The rights of a caller as JSON. */
    record AccessAnswer(
            @Described("The version of the program.") String version,
            @Described("Whether callers need a key.") boolean keys,

            @Described("The scopes that the caller has.") List<String> scopes) {

        AccessAnswer {
            scopes = List.copyOf(scopes);
        }
    }

    /** The figures of an instance as JSON. */
    record LiveAnswer(
            @Described("The state of the stream, in the terms of Kafka Streams.")
            String state,

            @Described("Whether the instance can answer queries on its users.")
            boolean ready,

            @Described("Why it cannot answer them; absent if it can.") @Nullable
            String obstacle,

            @Described("The instances of the application.") int instances,

            @Described("The partitions of the events that this instance processes.")
            int partitions,

            @Described("Users with at least one remembered cell.")
            int users,

            @Described("Remembered cells.") int cells,

            @Described("Items seen so far, in events or the catalog.")
            int items,

            @Described("Items in the catalog.") int catalog,
            @Described("The greatest heap, in bytes.") long heapMaxBytes,

            @Described("Every five seconds one, oldest first.")
            List<Sample> samples) {

        LiveAnswer {
            samples = List.copyOf(samples);
        }

        /** Some seconds. */
        record Sample(
                @Described("Their end, in epoch milliseconds.")
                long timeMs,

                @Described("Accepted events.") double eventsPerSecond,
                @Described("Refreshed lists.") double listsPerSecond,
                @Described("Answered HTTP requests.") double requestsPerSecond,

                @Described("The median time from an event to its list, approximately; absent without lists.") @Nullable
                Double latencyP50Ms,

                @Described("The same, 99th percentile.") @Nullable
                Double latencyP99Ms,

                @Described("Records of all inputs that wait.")
                long waiting,

                @Described("Dead letters since the start.") long rejected,
                @Described("Used heap.") long heapBytes) {

            static Sample of(LiveSample sample) {
                return new Sample(
                        sample.timeMs(),
                        rounded(sample.eventsPerSecond()),
                        rounded(sample.listsPerSecond()),
                        rounded(sample.requestsPerSecond()),
                        orNull(sample.latencyP50Ms()),
                        orNull(sample.latencyP99Ms()),
                        sample.waiting(),
                        sample.rejected(),
                        sample.heapBytes());
            }

            private static @Nullable Double orNull(OptionalDouble value) {
                return value.isPresent() ? rounded(value.getAsDouble()) : null;
            }

            /** One digit, so that an hour of samples is short. */
            private static double rounded(double value) {
                return Math.round(value * 10) / 10.0;
            }
        }
    }

    /** Settings as JSON. */
    record SettingsAnswer(
            @Described("In the order of the configuration file.")
            List<Inspection.Setting> settings) {

        SettingsAnswer {
            settings = List.copyOf(settings);
        }
    }

    /** Dead letters as JSON. */
    record DeadLettersAnswer(@Described("Newest first.") List<Inspection.DeadLetter> letters) {

        DeadLettersAnswer {
            letters = List.copyOf(letters);
        }
    }
}
