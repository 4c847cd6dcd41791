package dev.kindred.http.api;

import dev.kindred.experiment.ExperimentReport;
import dev.kindred.experiment.Metric;
import dev.kindred.experiment.SequentialTest;
import dev.kindred.experiment.Verdict;
import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemException;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports on the experiments of the scenarios. */
final class ExperimentRoutes {

    private static final double EFFECT = 0.1; // that the number of needed lists is stated for

    private final Supplier<Scenarios> scenarios;
    private final Clock clock;

    private final Parameter<String> language =
            Parameter.choice("language", "The language of the sentences.", Set.of("en", "zh"), "en");
    private final Parameter<Optional<String>> scenario = Parameter.word(
                    "scenario", "The scenario whose experiment is wanted; all if absent.", Described.NAME)
            .optional();

    ExperimentRoutes(Supplier<Scenarios> scenarios, Clock clock) {
        this.scenarios = scenarios;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(Route.get(
                        "/v1/experiments",
                        "The experiments of the scenarios: outcomes of each variant, differences to the control with"
                                + " intervals that may be looked at every day, and a verdict.")
                .takes(scenario, language)
                .answers(ExperimentsAnswer.class, arguments -> Reply.json(answer(arguments)))
                .needs(Scope.EXPLAIN));
    }

    private ExperimentsAnswer answer(Arguments arguments) {
        Scenarios known = scenarios.get();
        Verdicts verdicts = new Verdicts(Locale.forLanguageTag(arguments.get(language)));
        return new ExperimentsAnswer(asked(arguments, known)
                .flatMap(asked -> asked.plan().variants().stream()
                        .map(variants -> known.shares().report(asked.name(), variants.experiment(), clock.millis())))
                .map(report -> Experiment.of(report, verdicts))
                .toList());
    }

    private Stream<Scenario> asked(Arguments arguments, Scenarios known) {
        return arguments
                .get(scenario)
                .map(name -> Stream.of(known.find(name)
                        .orElseThrow(() -> ProblemException.parameter(
                                scenario.name(), "scenario must be one of " + String.join(", ", known.names())))))
                .orElseGet(() -> known.all().stream());
    }

    /** Experiments as JSON. */
    record ExperimentsAnswer(
            @Described("In the order of their scenarios.") List<Experiment> experiments) {

        ExperimentsAnswer {
            experiments = List.copyOf(experiments);
        }
    }

    /** One experiment. */
    record Experiment(
            String scenario,

            @Described("Whether users are split now.") boolean running,

            @Described("When it starts; absent if it has no start.") @Nullable
            String start,

            @Described("When it ends; absent if it has no end.") @Nullable
            String end,

            @Described("fixed or thompson.") String allocation,
            @Described("ctr or conversion.") String metric,

            @Described("The p-value of the sample ratio check; absent with thompson, and without outcomes.") @Nullable
            Double sampleRatioPValue,

            @Described("The lists that each variant needs until a difference of 10 % is expected to be found; absent"
                    + " while the rate of the control is not known.")
            @Nullable
            Long listsNeeded,

            @Described("MISMATCH, BETTER, WORSE, UNDECIDED or TOO_FEW, of the variant that matters most.")
            String verdict,

            @Described("The verdict as a sentence.") String text,
            @Described("The control first.") List<Variant> variants) {

        Experiment {
            variants = List.copyOf(variants);
        }

        static Experiment of(ExperimentReport report, Verdicts verdicts) {
            var design = report.experiment().design();
            Verdict verdict = report.verdict();
            return new Experiment(
                    report.scenario(),
                    report.running(),
                    design.period().start().equals(Instant.MIN)
                            ? null
                            : design.period().start().toString(),
                    design.period().end().equals(Instant.MAX)
                            ? null
                            : design.period().end().toString(),
                    design.allocation().name().toLowerCase(Locale.ROOT),
                    design.metric().name().toLowerCase(Locale.ROOT),
                    report.sampleRatio().isPresent() ? report.sampleRatio().getAsDouble() : null,
                    listsNeeded(report),
                    verdict.kind().name(),
                    verdicts.on(verdict),
                    report.variants().stream()
                            .map(variant -> Variant.of(variant, design.metric(), verdicts))
                            .toList());
        }

        private static @Nullable Long listsNeeded(ExperimentReport report) {
            double rate = report.variants()
                    .get(0)
                    .counts()
                    .rate(report.experiment().design().metric());
            boolean isUsual = rate > 0 && rate * (1 + EFFECT) < 1;
            return isUsual ? new SequentialTest(report.alpha()).expectedLists(rate, EFFECT) : null;
        }
    }

    /** One variant. */
    record Variant(
            String name,
            @Described("Its fraction of the users now.") double share,
            long lists,
            @Described("Of these, lists with a click.") long clicks,
            @Described("Of these, lists with a purchase.") long conversions,
            @Described("The metric of the experiment.") double rate,

            @Described("Its rate less that of the control, as a weighted mean of the days; absent for the control, and"
                    + " for too few lists.")
            @Nullable
            Double difference,

            @Described("The lower end of the always valid interval of the difference.") @Nullable
            Double low,

            @Described("The upper end.") @Nullable Double high,

            @Described("The always valid p-value.") @Nullable
            Double pValue,

            @Described("The verdict on this variant; absent for the control.") @Nullable
            String verdict,

            @Described("The verdict as a sentence.") @Nullable
            String text) {

        static Variant of(ExperimentReport.Variant variant, Metric metric, Verdicts verdicts) {
            SequentialTest.Result known =
                    variant.comparison().filter(SequentialTest.Result::isKnown).orElse(null);
            return new Variant(
                    variant.name(),
                    variant.share(),
                    variant.counts().lists(),
                    variant.counts().clicks(),
                    variant.counts().conversions(),
                    variant.counts().rate(metric),
                    known == null ? null : known.difference(),
                    known == null ? null : known.low(),
                    known == null ? null : known.high(),
                    known == null ? null : known.pValue(),
                    variant.verdict().map(verdict -> verdict.kind().name()).orElse(null),
                    variant.verdict().map(verdicts::on).orElse(null));
        }
    }
}
