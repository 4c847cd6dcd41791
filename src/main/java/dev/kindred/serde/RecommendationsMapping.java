package dev.kindred.serde;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Lists of recommendations between the domain and Avro. Scores and shares lose what a {@code float} cannot hold. */
final class RecommendationsMapping {

    private RecommendationsMapping() {}

    static SpecificRecord toAvro(Recommendations recommendations) {
        RecommendationsValue value = new RecommendationsValue();
        value.setUserId(recommendations.userId());
        value.setItems(each(recommendations.items(), RecommendationsMapping::toAvro));
        recommendations.triggerEventId().ifPresent(value::setTriggerEventId);
        value.setTriggerTimestampMs(recommendations.triggerTimestampMs());
        value.setComputedAtMs(recommendations.computedAtMs());
        value.setVectorVersion(recommendations.vectorVersion());
        value.setFallback(recommendations.hasFallback());
        value.setScenarios(recommendations.scenarios().entrySet().stream()
                .map(scenario -> toAvro(scenario.getKey(), scenario.getValue()))
                .toList());
        return value;
    }

    private static ScenarioListValue toAvro(String name, List<RecommendedItem> items) {
        ScenarioListValue value = new ScenarioListValue();
        value.setName(name);
        value.setItems(each(items, RecommendationsMapping::toAvro));
        return value;
    }

    private static RecommendedItemValue toAvro(RecommendedItem item) {
        RecommendedItemValue value = new RecommendedItemValue();
        value.setItemId(item.itemId());
        value.setRank(item.rank());
        value.setScore((float) item.score());
        value.setStrategy(toAvro(item.strategy()));
        value.setSimilarUsers(item.similarUsers());
        value.setReasons(each(item.reasons(), RecommendationsMapping::toAvro));
        value.setParts(item.parts().entrySet().stream()
                .map(part -> toAvro(part.getKey(), part.getValue()))
                .toList());
        value.setTerms(item.terms());
        return value;
    }

    private static PartValue toAvro(Strategy strategy, double share) {
        PartValue value = new PartValue();
        value.setStrategy(toAvro(strategy));
        value.setShare((float) share);
        return value;
    }

    private static ReasonValue toAvro(Reason reason) {
        ReasonValue value = new ReasonValue();
        value.setItemId(reason.itemId());
        value.setShare((float) reason.share());
        return value;
    }

    private static StrategyValue toAvro(Strategy strategy) {
        return switch (strategy) {
            case USER_BASED -> StrategyValue.USER_BASED;
            case POPULAR -> StrategyValue.POPULAR;
            case ITEM_BASED -> StrategyValue.ITEM_BASED;
            case CONTENT_BASED -> StrategyValue.CONTENT_BASED;
            case TRENDING -> StrategyValue.TRENDING;
            case RECENT -> StrategyValue.RECENT;
        };
    }

    /** @throws IllegalArgumentException if an item was found by a strategy that this version does not know */
    static Recommendations fromAvro(RecommendationsValue value) {
        return new Recommendations(
                value.getUserId(),
                each(value.getItems(), RecommendationsMapping::fromAvro),
                Optional.ofNullable(value.getTriggerEventId()),
                value.getTriggerTimestampMs(),
                value.getComputedAtMs(),
                value.getVectorVersion(),
                scenarios(value.getScenarios()));
    }

    private static Map<String, List<RecommendedItem>> scenarios(List<ScenarioListValue> values) {
        Map<String, List<RecommendedItem>> scenarios = new LinkedHashMap<>();
        values.forEach(
                value -> scenarios.put(value.getName(), each(value.getItems(), RecommendationsMapping::fromAvro)));
        return scenarios;
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
                value.getTerms());
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
        return switch (strategy) {
            case USER_BASED -> Strategy.USER_BASED;
            case POPULAR -> Strategy.POPULAR;
            case ITEM_BASED -> Strategy.ITEM_BASED;
            case CONTENT_BASED -> Strategy.CONTENT_BASED;
            case TRENDING -> Strategy.TRENDING;
            case RECENT -> Strategy.RECENT;
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "strategy must be known here; read the list with the version that wrote it");
        };
    }

    private static <S, T> List<T> each(List<S> from, Function<S, T> map) {
        List<T> to = new ArrayList<>(from.size());
        for (S one : from) {
            to.add(map.apply(one));
        }
        return to;
    }
}
