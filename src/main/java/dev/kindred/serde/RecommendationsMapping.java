package dev.kindred.serde;

import static dev.kindred.serde.Mappings.each;
import static dev.kindred.serde.Mappings.sameName;

import dev.kindred.model.ListIdentity;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.serde.avro.PartValue;
import dev.kindred.serde.avro.ReasonValue;
import dev.kindred.serde.avro.RecommendationsValue;
import dev.kindred.serde.avro.RecommendedItemValue;
import dev.kindred.serde.avro.ScenarioListValue;
import dev.kindred.serde.avro.StrategyValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Maps lists to and from Avro. Scores and shares are rounded to {@code float}. */
final class RecommendationsMapping {

    private RecommendationsMapping() {}

    static SpecificRecord toAvro(Recommendations recommendations) {
        return new RecommendationsValue(
                recommendations.userId(),
                each(recommendations.items(), RecommendationsMapping::toAvro),
                recommendations.triggerEventId().orElse(null),
                recommendations.triggerTimestampMs(),
                recommendations.computedAtMs(),
                recommendations.vectorVersion(),
                recommendations.hasFallback(),
                recommendations.scenarios().entrySet().stream()
                        .map(scenario -> toAvro(
                                scenario.getKey(), scenario.getValue(), recommendations.identity(scenario.getKey())))
                        .toList(),
                recommendations.identity(Recommendations.DEFAULT).listId().orElse(null),
                Recommendations.DEFAULT,
                recommendations.identity(Recommendations.DEFAULT).variant().orElse(null),
                nullable(recommendations.identity(Recommendations.DEFAULT).propensity()));
    }

    private static ScenarioListValue toAvro(String name, List<RecommendedItem> items, ListIdentity identity) {
        return new ScenarioListValue(
                name,
                each(items, RecommendationsMapping::toAvro),
                identity.listId().orElse(null),
                identity.variant().orElse(null),
                nullable(identity.propensity()));
    }

    private static @Nullable Float nullable(OptionalDouble value) {
        return value.isPresent() ? (float) value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Float value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static RecommendedItemValue toAvro(RecommendedItem item) {
        return new RecommendedItemValue(
                item.itemId(),
                item.rank(),
                (float) item.score(),
                StrategyValue.valueOf(item.strategy().name()),
                item.similarUsers(),
                each(item.reasons(), RecommendationsMapping::toAvro),
                item.parts().entrySet().stream()
                        .map(part -> toAvro(part.getKey(), part.getValue()))
                        .toList(),
                item.terms(),
                nullable(item.propensity()));
    }

    private static PartValue toAvro(Strategy strategy, double share) {
        return new PartValue(StrategyValue.valueOf(strategy.name()), (float) share);
    }

    private static ReasonValue toAvro(Reason reason) {
        return new ReasonValue(reason.itemId(), (float) reason.share());
    }

    /** @throws IllegalArgumentException if this version does not know a strategy */
    static Recommendations fromAvro(RecommendationsValue value) {
        return new Recommendations(
                value.getUserId(),
                each(value.getItems(), RecommendationsMapping::fromAvro),
                Optional.ofNullable(value.getTriggerEventId()),
                value.getTriggerTimestampMs(),
                value.getComputedAtMs(),
                value.getVectorVersion(),
                scenarios(value.getScenarios()),
                identities(value));
    }

    private static Map<String, List<RecommendedItem>> scenarios(List<ScenarioListValue> values) {
        Map<String, List<RecommendedItem>> scenarios = new LinkedHashMap<>();
        values.forEach(
                value -> scenarios.put(value.getName(), each(value.getItems(), RecommendationsMapping::fromAvro)));
        return scenarios;
    }

    private static Map<String, ListIdentity> identities(RecommendationsValue value) {
        Map<String, ListIdentity> identities = new HashMap<>();
        identities.put(Recommendations.DEFAULT, identity(value.getListId(), value.getVariant(), value.getPropensity()));
        value.getScenarios()
                .forEach(list -> identities.put(
                        list.getName(), identity(list.getListId(), list.getVariant(), list.getPropensity())));
        return identities;
    }

    private static ListIdentity identity(
            @Nullable String listId, @Nullable String variant, @Nullable Float propensity) {
        return new ListIdentity(Optional.ofNullable(listId), Optional.ofNullable(variant), optional(propensity));
    }

    private static RecommendedItem fromAvro(RecommendedItemValue value) {
        return new RecommendedItem(
                value.getItemId(),
                value.getRank(),
                value.getScore(),
                fromAvro(value.getStrategy()),
                value.getSimilarUsers(),
                each(value.getReasons(), RecommendationsMapping::fromAvro),
                parts(value.getParts()),
                value.getTerms(),
                optional(value.getPropensity()));
    }

    private static Map<Strategy, Double> parts(List<PartValue> values) {
        Map<Strategy, Double> parts = new EnumMap<>(Strategy.class);
        values.forEach(value -> parts.put(fromAvro(value.getStrategy()), (double) value.getShare()));
        return parts;
    }

    private static Reason fromAvro(ReasonValue value) {
        return new Reason(value.getItemId(), value.getShare());
    }

    private static Strategy fromAvro(StrategyValue strategy) {
        return sameName(Strategy.class, strategy, "strategy");
    }
}
