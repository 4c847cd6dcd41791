package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.PART;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.text.Language;

/** The settings of content similarity between items. */
final class ContentConfig {

    static final Group CONTENT = new Group("Content");
    static final Setting<Language> LANGUAGE = CONTENT.oneOf("content.language", Language.ENGLISH, """
            The language of titles and descriptions. Change it to the language of your catalog: standard for a mix of
            languages, cjk for Chinese, Japanese and Korean.""");

    private static final Setting<Double> TITLE = weight("title", 1, """
            a word of the title. Lower it when titles are codes.""");

    private static final Setting<Double> DESCRIPTION = weight("description", 0.5, """
            a word of the description. Lower it when all descriptions are alike.""");

    private static final Setting<Double> CATEGORIES = weight("categories", 1, """
            a category or one of its ancestors. Raise it when shoppers stay within a category.""");

    private static final Setting<Double> TAGS = weight("tags", 1, """
            a tag. Raise it when your tags are chosen with care.""");

    private static final Setting<Double> BRAND = weight("brand", 1, """
            the brand. Raise it when shoppers are loyal to brands.""");

    static final Setting<Integer> POSTINGS = CONTENT.integer("content.postings", 500, COUNT, """
            The number of newest items per term that a search reads. Raise it when lists miss old items, lower it for
            speed.""");

    static final Setting<Integer> TERMS = CONTENT.integer("content.terms", 64, COUNT, """
            The number of strongest terms of an interest that a search uses. Raise it when descriptions are long and
            rich, lower it for speed.""");

    static final Setting<Integer> CANDIDATES = CONTENT.integer("content.candidates", 150, COUNT, """
            The maximum number of items that a search compares exactly. Raise it when lists miss good matches, lower it
            for speed.""");

    static final Setting<Double> NEGLIGIBLE_INTEREST = CONTENT.number("content.negligible.interest", 0.05, PART, """
            Content similarity ignores items of the user with an interest below this fraction of the strongest one.
            Raise it for speed; 0 ignores none.""");

    static final Setting<Double> NEGLIGIBLE_TERM = CONTENT.number("content.negligible.term", 0.05, PART, """
            A search ignores terms that contribute less to a score than this fraction of the strongest contribution.
            Raise it for speed; 0 ignores none.""");

    private ContentConfig() {}

    private static Setting<Double> weight(String field, double byDefault, String text) {
        return CONTENT.number(
                "content.weight." + field, byDefault, Limit.FACTOR, "The weight in content similarity of " + text);
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
