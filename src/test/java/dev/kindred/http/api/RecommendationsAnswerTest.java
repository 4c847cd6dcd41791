package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.Json;
import dev.kindred.http.Reply;
import dev.kindred.model.Reason;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Law: items, which are written by hand, have every component of the record that is not null, in its order. */
@SuppressWarnings("EnumOrdinal") // any order will do
final class RecommendationsAnswerTest {

    private static final JsonMapper PLAIN = new JsonMapper();

    @RandomTest
    void writesWhatReflectionWould(RandomGenerator random) throws Exception {
        RecommendationsAnswer.Item item = new RecommendationsAnswer.Item(
                random.nextInt(1, 500),
                "item-\"é猫\n" + random.nextInt(),
                random.nextBoolean() ? random.nextGaussian() : (float) random.nextDouble() * 1e-9,
                Strategy.values()[random.nextInt(Strategy.values().length)],
                random.nextInt(100),
                maybe(random, () -> List.of(new RecommendationsAnswer.Part(Strategy.POPULAR, random.nextDouble()))),
                maybe(random, () -> List.of(new Reason("tea", random.nextDouble()))),
                maybe(random, () -> List.of("green", "leaf")),
                maybe(random, () -> random.nextInt(1, 100)),
                maybe(random, () -> "because"),
                maybe(random, random::nextDouble));

        String fields = bySlowTwin(item).toString();

        assertThat(treeOf(new RecommendationsAnswer(
                                1L, 2, true, List.of(item), null, null, null, null, "home", null, null))
                        .at("/items/0")
                        .toString())
                .isEqualTo(fields);
        assertThat(Json.object(item).toString()).isEqualTo(fields);
    }

    private static JsonNode treeOf(RecommendationsAnswer answer) throws IOException {
        return Reply.json(answer).tree();
    }

    private static ObjectNode bySlowTwin(RecommendationsAnswer.Item item) throws ReflectiveOperationException {
        ObjectNode fields = PLAIN.createObjectNode();
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(item);
            if (value != null) {
                fields.set(component.getName(), PLAIN.valueToTree(value));
            }
        }
        return fields;
    }

    private static <T> @Nullable T maybe(RandomGenerator random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    @RandomTest
    void keepsEveryDigit(RandomGenerator random) throws IOException {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(Double.longBitsToDouble(random.nextLong()));
        }
        numbers.removeIf(number -> !Double.isFinite(number));

        JsonNode written = Reply.json(numbers).tree();

        for (int i = 0; i < numbers.size(); i++) {
            assertThat(written.get(i).doubleValue()).isEqualTo(numbers.get(i));
        }
    }
}
