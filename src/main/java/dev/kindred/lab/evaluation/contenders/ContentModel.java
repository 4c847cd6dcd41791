package dev.kindred.lab.evaluation.contenders;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.Tokenizer;
import dev.kindred.model.Item;
import java.util.List;

/**
 * The content of the items, and its use.
 *
 * @param items the whole catalog, known from the beginning
 * @param tokenizer for their titles and descriptions
 * @param settings settings of the search by content
 */
public record ContentModel(List<Item> items, Tokenizer tokenizer, ContentSettings settings) {

    /** A model without any content. */
    public static final ContentModel NONE = new ContentModel(
            List.of(), text -> List.of(), new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0));

    public ContentModel {
        items = List.copyOf(items);
    }
}
