package dev.kindred.serde;

import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.serde.avro.SimilarItemValue;
import dev.kindred.serde.avro.SimilarItemsValue;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What goes with an item between the domain and Avro. Similarities lose what a {@code float} cannot hold. */
final class SimilarItemsMapping {

    private SimilarItemsMapping() {}

    static SpecificRecord toAvro(SimilarItemLists lists) {
        SimilarItemsValue value = new SimilarItemsValue();
        value.setItemId(lists.itemId());
        value.setComputedAtMs(lists.computedAtMs());
        value.setSimilar(toAvro(lists.similar()));
        value.setBoughtTogether(toAvro(lists.boughtTogether()));
        return value;
    }

    private static List<SimilarItemValue> toAvro(List<SimilarItem> items) {
        return items.stream()
                .map(item -> new SimilarItemValue(item.itemId(), (float) item.similarity()))
                .toList();
    }

    static SimilarItemLists fromAvro(SimilarItemsValue value) {
        return new SimilarItemLists(
                value.getItemId(),
                value.getComputedAtMs(),
                fromAvro(value.getSimilar()),
                fromAvro(value.getBoughtTogether()));
    }

    private static List<SimilarItem> fromAvro(List<SimilarItemValue> values) {
        return values.stream()
                .map(value -> new SimilarItem(value.getItemId(), value.getSimilarity()))
                .toList();
    }
}
