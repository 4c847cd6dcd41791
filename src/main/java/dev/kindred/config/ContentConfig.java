package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.PART;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.text.Language;

/** The settings of similar contents of items. */
final class ContentConfig {

    static final Group CONTENT = new Group("Content");
    static final Setting<Language> LANGUAGE = CONTENT.oneOf(
            "content.language",
            Language.ENGLISH,
            "What titles and descriptions are written in. Take standard for a mix of languages, cjk for Chinese,"
                    + " Japanese and Korean.");

    private static final Setting<Double> TITLE =
            weight("title", 1, "a word of the title. Lower it when titles are codes.");

    private static final Setting<Double> DESCRIPTION =
            weight("description", 0.5, "a word of the description. Lower it when they are all alike.");

    private static final Setting<Double> CATEGORIES =
            weight("categories", 1, "a category and each one above it. Raise it when shoppers stay on a shelf.");

    private static final Setting<Double> TAGS = weight("tags", 1, "a tag. Raise it when tags are given with care.");

    private static final Setting<Double> BRAND =
            weight("brand", 1, "the brand. Raise it when shoppers are loyal to brands.");

    static final Setting<Integer> POSTINGS = CONTENT.integer(
            "content.postings",
            500,
            COUNT,
            "The newest items of a term that are looked at when somebody is interested in it. Raise it when old"
                    + " items are missed, lower it for speed.");

    static final Setting<Integer> TERMS = CONTENT.integer(
            "content.terms",
            64,
            COUNT,
            "The strongest terms of an interest that are searched for. Raise it when descriptions are long and rich,"
                    + " lower it for speed.");

    static final Setting<Integer> CANDIDATES = CONTENT.integer(
            "content.candidates",
            150,
            COUNT,
            "The most items that are compared exactly. Raise it when much of what is found is left out, lower it for"
                    + " speed.");

    static final Setting<Double> NEGLIGIBLE_INTEREST = CONTENT.number(
            "content.negligible.interest",
            0.05,
            PART,
            "Items whose interest is below this part of the strongest one do not count. Raise it for speed; 0 counts"
                    + " all.");

    static final Setting<Double> NEGLIGIBLE_TERM = CONTENT.number(
            "content.negligible.term",
            0.05,
            PART,
            "Terms that add to a similarity less than this part of what the strongest one adds are not searched for."
                    + " Raise it for speed; 0 searches for all.");

    private ContentConfig() {}

    private static Setting<Double> weight(String field, double byDefault, String text) {
        return CONTENT.number(
                "content.weight." + field, byDefault, Limit.FACTOR, "How much two items are alike by " + text);
    }

    static ContentSettings of(Values values) {
        return new ContentSettings(
                new FieldWeights(
                        values.get(TITLE),
                        values.get(DESCRIPTION),
                        values.get(CATEGORIES),
                        values.get(TAGS),
                        values.get(BRAND)),
                values.get(POSTINGS),
                values.get(TERMS),
                values.get(CANDIDATES),
                values.get(NEGLIGIBLE_INTEREST),
                values.get(NEGLIGIBLE_TERM));
    }
}
