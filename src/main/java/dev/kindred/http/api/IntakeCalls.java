package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.Reading;
import dev.kindred.intake.SinkUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Passes records of requests to an intake and translates failures to problems.
 *
 * @param noneAcceptable the problem of a request without a valid record
 * @param plural the records in the plural, for example events
 * @param field the field to report if no record is valid
 */
record IntakeCalls<R, T>(Intake<R, T> intake, ProblemKind noneAcceptable, String plural, Optional<String> field) {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    IntakeCalls(Intake<R, T> intake, ProblemKind noneAcceptable, String plural) {
        this(intake, noneAcceptable, plural, Optional.empty());
    }

    /** A copy that reports a field if no record is valid. */
    IntakeCalls<R, T> reportingField(String only) {
        return new IntakeCalls<>(intake, noneAcceptable, plural, Optional.of(only));
    }

    /**
     * Sends all valid records.
     *
     * @throws ProblemException if no record is valid, or the brokers do not confirm them
     */
    IntakeReport take(List<R> records) {
        return take(() -> intake.take(records));
    }

    /**
     * Sends all valid ones of records that were read one by one.
     *
     * @throws ProblemException if no record is valid, or the brokers do not confirm them
     */
    IntakeReport takeReadable(List<Reading<R>> records) {
        return take(() -> intake.takeReadable(records));
    }

    private IntakeReport take(Supplier<IntakeReport> taking) {
        IntakeReport report = tried(taking);
        if (report.accepted() == 0) {
            throw new ProblemException(noneOf(report.rejected()));
        }
        return report;
    }

    /**
     * Sends a record without validation.
     *
     * @throws ProblemException if the brokers do not confirm it
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
        String first = rejected.get(0).detail();
        String detail = rejected.size() == 1
                ? first
                : "all " + rejected.size() + " " + plural + " are rejected, the first because " + first;
        return field.map(name -> Problem.of(noneAcceptable, name, detail))
                .orElseGet(() -> Problem.of(noneAcceptable, detail));
    }
}
