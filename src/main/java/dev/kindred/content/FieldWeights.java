package dev.kindred.content;

import java.util.stream.DoubleStream;

/**
 * How much a term counts by the field in which it stands. Only their proportions matter; 0 leaves a field out.
 *
 * @param title of a word in the title, not negative
 * @param description of a word in the description, not negative
 * @param categories of a category and each one above it, not negative
 * @param tags of a tag, not negative
 * @param brand of the brand, not negative
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
