package dev.kindred.serde;

import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.model.Strategy;
import dev.kindred.serde.avro.OutcomeValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Maps outcomes to and from Avro. */
final class OutcomeMapping {

    private OutcomeMapping() {}

    static SpecificRecord toAvro(Outcome outcome) {
        OutcomeKey key = outcome.key();
        OutcomeSums sums = outcome.sums();
        return new OutcomeValue(
                key.scenario(),
                key.variant(),
                key.listed(),
                key.strategy().map(Enum::name).orElse(""),
                key.position(),
                (int) key.day().toEpochDay(),
                outcome.partition(),
                sums.impressions(),
                sums.clicks(),
                sums.carts(),
                sums.purchases(),
                sums.revenue(),
                sums.lists(),
                sums.clickedLists(),
                sums.boughtLists(),
                sums.revenueSquares(),
                sums.users());
    }

    /** A strategy of a newer release is unknown. */
    static Outcome fromAvro(OutcomeValue value) {
        return new Outcome(
                new OutcomeKey(
                        value.getScenario(),
                        value.getVariant(),
                        value.getListed(),
                        strategy(value.getStrategy()),
                        value.getPosition(),
                        LocalDate.ofEpochDay(value.getDay())),
                value.getPartition(),
                new OutcomeSums(
                        value.getImpressions(),
                        value.getClicks(),
                        value.getCarts(),
                        value.getPurchases(),
                        value.getRevenue(),
                        value.getLists(),
                        value.getClickedLists(),
                        value.getBoughtLists(),
                        value.getRevenueSquares(),
                        value.getUsers()));
    }

    private static Optional<Strategy> strategy(String name) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.name().equals(name))
                .findFirst();
    }
}
