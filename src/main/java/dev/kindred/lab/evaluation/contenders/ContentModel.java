package dev.kindred.lab.evaluation.contenders;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.Tokenizer;
import dev.kindred.model.Item;
import java.util.List;

/**
 * What is known of the items themselves, and how it is used.
 *
 * @param items the whole catalog; it is known from the beginning
 * @param tokenizer for their titles and descriptions
 * @param settings how items are found by what they are about
 */
public record ContentModel(List<Item> items, Tokenizer tokenizer, ContentSettings settings) {

    /** Nothing is known of any item. */
    public static final ContentModel NONE = new ContentModel(
            List.of(), text -> List.of(), new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0));

    public ContentModel {
        items = List.copyOf(items);
    }
}
