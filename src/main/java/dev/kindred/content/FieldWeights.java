package dev.kindred.content;

import java.util.stream.DoubleStream;

/**
 * The weight of a term by its field. Only the proportions count; 0 excludes a field.
 *
 * @param title the weight of a word in the title, not negative
 * @param description the weight of a word in the description, not negative
 * @param categories the weight of a category and of each ancestor, not negative
 * @param tags the weight of a tag, not negative
 * @param brand the weight of the brand, not negative
 */
public record FieldWeights(double title, double description, double categories, double tags, double brand) {

    public FieldWeights {
        double[] all = {title, description, categories, tags, brand};
        if (!DoubleStream.of(all).allMatch(weight -> weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights of fields must be finite and not negative, got title "
                    + title + ", description " + description + ", categories " + categories + ", tags " + tags
                    + ", brand " + brand);
        }
    }
}
