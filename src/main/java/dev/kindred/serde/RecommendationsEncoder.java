package dev.kindred.serde;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.RankedList;
import dev.kindred.model.Recommendations;
import dev.kindred.model.Strategy;
import dev.kindred.serde.avro.StrategyValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Encodes lists straight from their arrays. The bytes are those of {@link RecommendationsMapping} and Avro's encoder, without a
 * record, string or boxed number for each entry.
 *
 * <p>Not thread safe: one per thread. Call {@link #begin}, {@link #addScenario} for each list beside the first one, and {@link #end}.
 */
@SuppressWarnings("EnumOrdinal") // Avro writes an enum as the position of its symbol
public final class RecommendationsEncoder {

    private static final int[] SYMBOLS = Stream.of(Strategy.values())
            .mapToInt(strategy -> StrategyValue.valueOf(strategy.name()).ordinal())
            .toArray();

    private final AvroBuffer head = new AvroBuffer();
    private final AvroBuffer scenarios = new AvroBuffer();
    private int scenarioCount;
    private boolean fallback;
    private ListIdentity identity = ListIdentity.NONE; // of the default list

    /** Begins with the user and the default list. */
    public void begin(String userId, RankedList items, ListIdentity itsIdentity) {
        head.clear();
        scenarios.clear();
        scenarioCount = 0;
        identity = itsIdentity;
        fallback = items.hasFallback();
        head.writeString(userId);
        writeItems(items, head);
    }

    /** Adds the list of a scenario. */
    public void addScenario(String name, RankedList items, ListIdentity itsIdentity) {
        scenarioCount++;
        scenarios.writeString(name);
        writeItems(items, scenarios);
        writeOptional(itsIdentity.listId(), scenarios);
        writeVariant(itsIdentity, scenarios);
    }

    /** The whole, as {@link dev.kindred.model.Recommendations} describes it. */
    public EncodedRecommendations end(
            Optional<String> triggerEventId, long triggerTimestampMs, long computedAtMs, long vectorVersion) {
        writeOptional(triggerEventId, head);
        head.writeLong(triggerTimestampMs);
        head.writeLong(computedAtMs);
        head.writeLong(vectorVersion);
        head.writeBoolean(fallback);
        head.startArray(scenarioCount);
        scenarios.endArray();
        writeOptional(identity.listId(), scenarios);
        scenarios.writeString(Recommendations.DEFAULT);
        writeVariant(identity, scenarios);
        byte[] bytes = new byte[WireFormat.HEADER_BYTES + head.size() + scenarios.size()];
        head.copyTo(bytes, WireFormat.HEADER_BYTES);
        scenarios.copyTo(bytes, WireFormat.HEADER_BYTES + head.size());
        return new EncodedRecommendations(bytes);
    }

    private static void writeVariant(ListIdentity identity, AvroBuffer out) {
        writeOptional(identity.variant(), out);
        writeOptional(identity.propensity().orElse(Double.NaN), out);
    }

    private static void writeOptional(Optional<String> value, AvroBuffer out) {
        out.writeLong(value.isPresent() ? 1 : 0);
        value.ifPresent(out::writeString);
    }

    private static void writeOptional(double value, AvroBuffer out) {
        boolean isPresent = !Double.isNaN(value);
        out.writeLong(isPresent ? 1 : 0);
        if (isPresent) {
            out.writeFloat((float) value);
        }
    }

    private static void writeItems(RankedList list, AvroBuffer out) {
        ItemDictionary dictionary = list.dictionary();
        out.startArray(list.size());
        for (int place = 0; place < list.size(); place++) {
            out.writeId(dictionary, list.item(place));
            out.writeLong(place + 1);
            out.writeFloat((float) list.score(place));
            out.writeLong(SYMBOLS[list.strategy(place).ordinal()]);
            out.writeLong(list.similarUsers(place));
            writeReasons(list, place, out);
            writeParts(list, place, out);
            writeTerms(list, place, out);
            writeOptional(list.propensity(place), out);
        }
        out.endArray();
    }

    private static void writeReasons(RankedList list, int place, AvroBuffer out) {
        int end = list.firstReason(place + 1);
        out.startArray(end - list.firstReason(place));
        for (int reason = list.firstReason(place); reason < end; reason++) {
            out.writeId(list.dictionary(), list.reasonItem(reason));
            out.writeFloat((float) list.reasonShare(reason));
        }
        out.endArray();
    }

    private static void writeParts(RankedList list, int place, AvroBuffer out) {
        int end = list.firstPart(place + 1);
        out.startArray(end - list.firstPart(place));
        for (int part = list.firstPart(place); part < end; part++) {
            out.writeLong(SYMBOLS[list.partStrategy(part).ordinal()]);
            out.writeFloat((float) list.partShare(part));
        }
        out.endArray();
    }

    private static void writeTerms(RankedList list, int place, AvroBuffer out) {
        int end = list.firstTerm(place + 1);
        out.startArray(end - list.firstTerm(place));
        for (int at = list.firstTerm(place); at < end; at++) {
            out.writeString(list.term(at));
        }
        out.endArray();
    }
}
