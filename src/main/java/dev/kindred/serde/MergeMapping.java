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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Requests to merge users, and what moves on them, between the domain and Avro. */
final class MergeMapping {

    private MergeMapping() {}

    static SpecificRecord toAvro(Merge merge) {
        MergeRequest request = new MergeRequest();
        request.setFrom(merge.from());
        request.setInto(merge.into());
        request.setTimestampMs(merge.timestampMs());
        return request;
    }

    static Merge fromAvro(MergeRequest request) {
        return new Merge(request.getFrom(), request.getInto(), request.getTimestampMs());
    }

    static SpecificRecord toAvro(VectorMove move) {
        MovedVector moved = new MovedVector();
        moved.setMergeId(move.mergeId());
        moved.setFrom(move.from());
        moved.setInto(move.into());
        moved.setVector(move.content().map(MergeMapping::toAvro).orElse(null));
        return moved;
    }

    private static VectorContentValue toAvro(VectorContent content) {
        VectorContentValue value = new VectorContentValue();
        value.setEvents(content.events());
        value.setTimeMs(content.timeMs());
        value.setHabits(content.habits().map(MergeMapping::toAvro).orElse(null));
        value.setCells(content.cells().stream().map(MergeMapping::toAvro).toList());
        return value;
    }

    /** Events by the names of their types, in that order, so that equal habits are equal bytes. */
    private static MovedHabitsValue toAvro(Habits habits) {
        Map<String, Long> events = new TreeMap<>();
        for (InteractionType type : InteractionType.values()) {
            if (habits.events().of(type) != 0) {
                events.put(type.name(), habits.events().of(type));
            }
        }
        MovedHabitsValue value = new MovedHabitsValue();
        value.setFirstEventMs(habits.firstEventMs());
        value.setSessions(habits.sessions());
        value.setEvents(events);
        value.setHours(habits.hours().counts());
        value.setWeekdays(habits.weekdays().counts());
        value.setPaidPurchases(habits.paidPurchases());
        value.setSpent(habits.spent());
        return value;
    }

    private static MovedCellValue toAvro(MovedCell cell) {
        MovedCellValue value = new MovedCellValue();
        value.setItemId(cell.itemId());
        value.setAffinity(cell.affinity());
        value.setTouchedMs(cell.touchedMs());
        value.setInterest(cell.interest());
        value.setTypes(cell.types());
        return value;
    }

    /** @throws IllegalArgumentException if a user is missing, or what is moved is no vector */
    static VectorMove fromAvro(MovedVector moved) {
        return new VectorMove(
                moved.getMergeId(),
                moved.getFrom(),
                moved.getInto(),
                Optional.ofNullable(moved.getVector()).map(MergeMapping::fromAvro));
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
