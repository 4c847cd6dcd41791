package dev.kindred.serde;

import static dev.kindred.serde.Mappings.each;

import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.serde.avro.SimilarItemValue;
import dev.kindred.serde.avro.SimilarItemsValue;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Maps similar items to and from Avro. Similarities are rounded to {@code float}. */
final class SimilarItemsMapping {

    private SimilarItemsMapping() {}

    static SpecificRecord toAvro(SimilarItemLists lists) {
        return new SimilarItemsValue(
                lists.itemId(), lists.computedAtMs(), toAvro(lists.similar()), toAvro(lists.boughtTogether()));
    }

    private static List<SimilarItemValue> toAvro(List<SimilarItem> items) {
        return each(items, item -> new SimilarItemValue(item.itemId(), (float) item.similarity()));
    }

    static SimilarItemLists fromAvro(SimilarItemsValue value) {
        return new SimilarItemLists(
                value.getItemId(),
                value.getComputedAtMs(),
                fromAvro(value.getSimilar()),
                fromAvro(value.getBoughtTogether()));
    }

    private static List<SimilarItem> fromAvro(List<SimilarItemValue> values) {
        return each(values, value -> new SimilarItem(value.getItemId(), value.getSimilarity()));
    }
}
