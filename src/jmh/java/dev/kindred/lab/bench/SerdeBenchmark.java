package dev.kindred.lab.bench;

import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Serializes and deserializes one record of each topic. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SerdeBenchmark {

    private static final long TIME_MS = 1_704_067_200_000L;
    private static final String TOPIC = "topic";

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

    private final Serializer<Interaction> interactionSerializer = serdes.interactionSerializer();
    private final Deserializer<RawInteraction> interactionDeserializer = serdes.interactionDeserializer();
    private final Serializer<Affinity> affinitySerializer = serdes.affinitySerializer();
    private final Deserializer<Affinity> affinityDeserializer = serdes.affinityDeserializer();
    private final Serializer<Recommendations> recommendationsSerializer = serdes.recommendationsSerializer();
    private final Deserializer<Recommendations> recommendationsDeserializer = serdes.recommendationsDeserializer();

    private final Interaction interaction =
            new Interaction(Optional.of("event-123456"), "user-123456", "item-1234", InteractionType.CLICK, TIME_MS, 1);
    private final Affinity affinity = new Affinity(2.5, TIME_MS, 3);
    private final Recommendations recommendations =
            new Recommendations("user-123456", items(), Optional.of("event-123456"), TIME_MS, TIME_MS + 5, 42);

    private final byte[] interactionBytes = interactionSerializer.serialize(TOPIC, interaction);
    private final byte[] affinityBytes = affinitySerializer.serialize(TOPIC, affinity);
    private final byte[] recommendationsBytes = recommendationsSerializer.serialize(TOPIC, recommendations);

    private static List<RecommendedItem> items() {
        List<Reason> reasons =
                List.of(new Reason("item-12", 0.5), new Reason("item-345", 0.25), new Reason("item-6789", 0.125));
        return IntStream.rangeClosed(1, 20)
                .mapToObj(
                        rank -> new RecommendedItem("item-" + rank, rank, 1.0 / rank, Strategy.USER_BASED, 7, reasons))
                .toList();
    }

    @Benchmark
    public byte[] writeInteraction() {
        return interactionSerializer.serialize(TOPIC, interaction);
    }

    @Benchmark
    public RawInteraction readInteraction() {
        return interactionDeserializer.deserialize(TOPIC, interactionBytes);
    }

    @Benchmark
    public byte[] writeAffinity() {
        return affinitySerializer.serialize(TOPIC, affinity);
    }

    @Benchmark
    public Affinity readAffinity() {
        return affinityDeserializer.deserialize(TOPIC, affinityBytes);
    }

    @Benchmark
    public byte[] writeRecommendations() {
        return recommendationsSerializer.serialize(TOPIC, recommendations);
    }

    @Benchmark
    public Recommendations readRecommendations() {
        return recommendationsDeserializer.deserialize(TOPIC, recommendationsBytes);
    }
}
