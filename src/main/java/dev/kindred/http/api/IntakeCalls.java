package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.SinkUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings what routes are sent to an intake, and turns into problems what it cannot take. */
final class IntakeCalls<R, T> {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Intake<R, T> intake;
    private final ProblemKind noneAcceptable;
    private final String plural;
    private final Optional<String> field; // at fault where nothing is acceptable

    /**
     * Calls of an intake.
     *
     * @param noneAcceptable stands for a request of which nothing is acceptable
     * @param plural what people call what comes, for example events
     */
    IntakeCalls(Intake<R, T> intake, ProblemKind noneAcceptable, String plural) {
        this(intake, noneAcceptable, plural, Optional.empty());
    }

    private IntakeCalls(Intake<R, T> intake, ProblemKind noneAcceptable, String plural, Optional<String> field) {
        this.intake = intake;
        this.noneAcceptable = noneAcceptable;
        this.plural = plural;
        this.field = field;
    }

    /** The same where only one field of a request can be at fault. */
    IntakeCalls<R, T> reportingField(String only) {
        return new IntakeCalls<>(intake, noneAcceptable, plural, Optional.of(only));
    }

    /**
     * Takes what is acceptable.
     *
     * @throws ProblemException if nothing is, or it is not known to be kept
     */
    IntakeReport take(List<R> records) {
        IntakeReport report = tried(() -> intake.take(records));
        if (report.accepted() == 0) {
            throw new ProblemException(noneOf(report.rejected()));
        }
        return report;
    }

    /**
     * Takes what no rule need be asked about.
     *
     * @throws ProblemException if it is not known to be kept
     */
    void keep(T acceptable) {
        tried(() -> {
            intake.keep(List.of(acceptable));
            return acceptable;
        });
    }

    private static <A> A tried(Supplier<A> work) {
        try {
            return work.get();
        } catch (SinkUnavailableException e) {
            throw new ProblemException(Problem.of(ProblemKind.BROKERS_UNREACHABLE, String.valueOf(e.getMessage()))
                    .retryAfter(PAUSE));
        }
    }

    private Problem noneOf(List<IntakeReport.Line> rejected) {
        String first = rejected.get(0).rejection().detail();
        String detail = rejected.size() == 1
                ? first
                : "all " + rejected.size() + " " + plural + " are rejected, the first one because " + first;
        return field.map(name -> Problem.of(noneAcceptable, name, detail))
                .orElseGet(() -> Problem.of(noneAcceptable, detail));
    }
}
