package dev.kindred.serde;

import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.model.MovedCell;
import dev.kindred.model.MovedHabits;
import dev.kindred.model.VectorContent;
import dev.kindred.model.VectorMove;
import dev.kindred.serde.avro.MergeRequest;
import dev.kindred.serde.avro.MovedCellValue;
import dev.kindred.serde.avro.MovedHabitsValue;
import dev.kindred.serde.avro.MovedVector;
import dev.kindred.serde.avro.VectorContentValue;
import java.util.EnumMap;
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

    private static MovedHabitsValue toAvro(MovedHabits habits) {
        Map<String, Long> events = new TreeMap<>(); // in the order of the names, so that equal habits are equal bytes
        habits.events().forEach((type, count) -> events.put(type.name(), count));
        MovedHabitsValue value = new MovedHabitsValue();
        value.setFirstEventMs(habits.firstEventMs());
        value.setSessions(habits.sessions());
        value.setEvents(events);
        value.setHours(habits.hours());
        value.setWeekdays(habits.weekdays());
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

    private static MovedHabits fromAvro(MovedHabitsValue value) {
        Map<InteractionType, Long> events = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            Long count = value.getEvents().get(type.name());
            if (count != null) {
                events.put(type, count);
            }
        }
        return new MovedHabits(
                value.getFirstEventMs(),
                value.getSessions(),
                events,
                value.getHours(),
                value.getWeekdays(),
                value.getPaidPurchases(),
                value.getSpent());
    }

    private static MovedCell fromAvro(MovedCellValue value) {
        return new MovedCell(
                value.getItemId(), value.getAffinity(), value.getTouchedMs(), value.getInterest(), value.getTypes());
    }
}
