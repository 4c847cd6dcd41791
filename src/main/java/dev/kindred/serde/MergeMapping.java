package dev.kindred.serde;

import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.serde.avro.MergeRequest;
import dev.kindred.serde.avro.MovedCellValue;
import dev.kindred.serde.avro.MovedHabitsValue;
import dev.kindred.serde.avro.MovedVector;
import dev.kindred.serde.avro.VectorContentValue;
import dev.kindred.vector.EventCounts;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Histogram;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorContent.MovedCell;
import dev.kindred.vector.VectorMove;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Maps merge requests and moved vectors to and from Avro. */
final class MergeMapping {

    private MergeMapping() {}

    static SpecificRecord toAvro(Merge merge) {
        return new MergeRequest(merge.from(), merge.into(), merge.timestampMs());
    }

    static Merge fromAvro(MergeRequest request) {
        return new Merge(request.getFrom(), request.getInto(), request.getTimestampMs());
    }

    static SpecificRecord toAvro(VectorMove move) {
        return new MovedVector(
                move.mergeId(),
                move.from(),
                move.into(),
                move.content().map(MergeMapping::toAvro).orElse(null),
                move.feedback().map(ByteBuffer::duplicate).orElse(null));
    }

    private static VectorContentValue toAvro(VectorContent content) {
        return new VectorContentValue(
                content.events(),
                content.timeMs(),
                content.habits().map(MergeMapping::toAvro).orElse(null),
                content.cells().stream().map(MergeMapping::toAvro).toList());
    }

    /** Events are sorted by the names of their types, so that equal habits have equal bytes. */
    private static MovedHabitsValue toAvro(Habits habits) {
        Map<String, Long> events = new TreeMap<>();
        for (InteractionType type : InteractionType.values()) {
            if (habits.events().of(type) != 0) {
                events.put(type.name(), habits.events().of(type));
            }
        }
        return new MovedHabitsValue(
                habits.firstEventMs(),
                habits.sessions(),
                events,
                habits.hours().counts(),
                habits.weekdays().counts(),
                habits.paidPurchases(),
                habits.spent());
    }

    private static MovedCellValue toAvro(MovedCell cell) {
        return new MovedCellValue(cell.itemId(), cell.affinity(), cell.touchedMs(), cell.interest(), cell.types());
    }

    /** @throws IllegalArgumentException if a user is missing or the vector is invalid */
    static VectorMove fromAvro(MovedVector moved) {
        return new VectorMove(
                moved.getMergeId(),
                moved.getFrom(),
                moved.getInto(),
                Optional.ofNullable(moved.getVector()).map(MergeMapping::fromAvro),
                Optional.ofNullable(moved.getFeedback()));
    }

    private static VectorContent fromAvro(VectorContentValue value) {
        return new VectorContent(
                value.getEvents(),
                value.getTimeMs(),
                Optional.ofNullable(value.getHabits()).map(MergeMapping::fromAvro),
                value.getCells().stream().map(MergeMapping::fromAvro).toList());
    }

    private static Habits fromAvro(MovedHabitsValue value) {
        return new Habits(
                value.getSessions() == 0 ? Habits.NONE.firstEventMs() : value.getFirstEventMs(),
                value.getSessions(),
                EventCounts.of(type -> value.getEvents().getOrDefault(type.name(), 0L)),
                Histogram.of(value.getHours()),
                Histogram.of(value.getWeekdays()),
                value.getPaidPurchases(),
                value.getSpent());
    }

    private static MovedCell fromAvro(MovedCellValue value) {
        return new MovedCell(
                value.getItemId(), value.getAffinity(), value.getTouchedMs(), value.getInterest(), value.getTypes());
    }
}
