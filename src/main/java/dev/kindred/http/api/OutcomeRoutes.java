package dev.kindred.http.api;

import dev.kindred.feedback.Interval;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeReport;
import dev.kindred.feedback.OutcomeReport.Division;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemException;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.model.Ids;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reports on the outcomes of lists. */
final class OutcomeRoutes {

    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private final Inspection inspection;

    private final Parameter<Optional<String>> scenario = Parameter.word(
                    "scenario", "The scenario; all if absent.", Described.NAME)
            .optional();
    private final Parameter<Optional<String>> from = Parameter.word(
                    "from", "The first day of the lists, in UTC, such as 2026-11-27; no bound if absent.", DAY)
            .optional();
    private final Parameter<Optional<String>> to = Parameter.word(
                    "to", "The last day of the lists, in UTC; no bound if absent.", DAY)
            .optional();
    private final Parameter<Optional<Division>> by = Parameter.constant(
                    "by",
                    "How the outcomes of each variant are divided: not at all (VARIANT), or by strategy or position of the"
                            + " item, or by day.",
                    Division.class)
            .optional();

    OutcomeRoutes(Inspection inspection) {
        this.inspection = inspection;
    }

    List<Route> all() {
        return List.of(Route.get(
                        "/v1/outcomes",
                        "Impressions, clicks, purchases and revenue of lists by scenario and variant, with intervals of"
                                + " 95 %. Variants that too few users saw are left out.")
                .takes(scenario, from, to, by)
                .answers(OutcomesAnswer.class, arguments -> Reply.json(answer(arguments)))
                .needs(Scope.EXPLAIN));
    }

    private OutcomesAnswer answer(Arguments arguments) {
        Inspection.Feedback feedback = inspection.feedback();
        Optional<String> wanted = arguments.get(scenario);
        wanted.flatMap(Ids::nameProblem).ifPresent(rule -> {
            throw ProblemException.parameter(scenario.name(), scenario.name() + " " + rule);
        });
        Optional<LocalDate> first = day(arguments, from);
        Optional<LocalDate> last = day(arguments, to);
        List<Outcome> outcomes = feedback.outcomes().stream()
                .filter(outcome -> isIn(wanted, outcome.key().scenario(), String::equals))
                .filter(outcome -> isIn(first, outcome.key().day(), (start, day) -> !day.isBefore(start)))
                .filter(outcome -> isIn(last, outcome.key().day(), (end, day) -> !day.isAfter(end)))
                .toList();
        int minimumSupport = arguments.grants(Scope.ADMIN) ? 1 : feedback.minimumSupport();
        return new OutcomesAnswer(
                feedback.enabled(),
                OutcomeReport.of(outcomes, arguments.get(by).orElse(Division.VARIANT), minimumSupport).stream()
                        .map(Outcomes::of)
                        .toList());
    }

    private static <T> boolean isIn(Optional<T> bound, T value, BiPredicate<T, T> test) {
        return bound.isEmpty() || test.test(bound.get(), value);
    }

    private static Optional<LocalDate> day(Arguments arguments, Parameter<Optional<String>> parameter) {
        try {
            return arguments.get(parameter).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw ProblemException.parameter(parameter.name(), parameter.name() + " must be a day, such as 2026-11-27");
        }
    }

    /** Outcomes as JSON. */
    record OutcomesAnswer(
            @Described("Whether outcomes are counted: feedback.enabled.")
            boolean enabled,

            @Described("By scenario, variant and part.") List<Outcomes> outcomes) {

        OutcomesAnswer {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The outcomes of a variant or of a part of it. */
    record Outcomes(
            @Described("Empty if it is not known.") String scenario,

            @Described("Empty without an experiment.") String variant,

            @Described("Whether the lists had ids of this deployment; anybody may claim that others were shown.")
            boolean listed,

            @Described("The strategy, position or day; absent for all outcomes of the variant.") @Nullable
            String part,

            @Described("Lists of which an item was shown; 0 for parts by strategy and position.")
            long lists,

            @Described("Shown items.") long impressions,
            @Described("Of these, items clicked.") long clicks,
            @Described("Of these, items put into the cart.") long carts,
            @Described("Of these, items bought.") long purchases,

            @Described("Paid for them, in the shop's main currency.")
            double revenue,

            @Described("The fraction of lists with a click; absent without lists.") @Nullable
            Figure clickRate,

            @Described("The fraction of lists with a purchase; absent without lists.") @Nullable
            Figure conversionRate,

            @Described("The fraction of shown items with a click; absent without impressions.") @Nullable
            Figure itemClickRate,

            @Described("The revenue of a thousand lists; absent without lists.") @Nullable
            Figure revenuePerThousandLists) {

        static Outcomes of(OutcomeReport report) {
            OutcomeSums sums = report.sums();
            return new Outcomes(
                    report.scenario(),
                    report.variant(),
                    report.listed(),
                    report.part().isEmpty() ? null : report.part(),
                    sums.lists(),
                    sums.impressions(),
                    sums.clicks(),
                    sums.carts(),
                    sums.purchases(),
                    sums.amount(),
                    Figure.of(report.clickRate()),
                    Figure.of(report.conversionRate()),
                    Figure.of(report.itemClickRate()),
                    Figure.of(report.revenue()));
        }
    }

    /** A figure with its interval. */
    record Figure(
            double value,

            @Described("The lower end of the interval of 95 %.")
            double low,

            @Described("The upper end.") double high) {

        static @Nullable Figure of(Interval interval) {
            return Double.isNaN(interval.value())
                    ? null
                    : new Figure(interval.value(), interval.low(), interval.high());
        }
    }
}
