package dev.kindred.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dev.kindred.text.Language;
import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of finding items by what they are about. */
final class ContentDefinitions {

    private static final Limit WEIGHT = Limit.between(0.0, 1000.0);
    private static final Limit COUNT = Limit.between(1, 1_000_000);
    private static final Limit PART = new Limit("in [0, 1)", value -> (double) value >= 0 && (double) value < 1);

    private ContentDefinitions() {}

    static void addTo(ConfigDef definition) {
        Group group = new Group(definition, "Content");
        group.add(
                Keys.CONTENT_LANGUAGE,
                STRING,
                "english",
                Limit.oneOf(languages()),
                MEDIUM,
                "What titles and descriptions are written in. Take standard for a mix of languages, cjk for Chinese,"
                        + " Japanese and Korean.");
        weights(group);
        bounds(group);
    }

    private static String[] languages() {
        return Arrays.stream(Language.values())
                .map(language -> language.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static void weights(Group group) {
        weight(group, Keys.CONTENT_WEIGHT_TITLE, 1, "a word of the title. Lower it when titles are codes.");
        weight(
                group,
                Keys.CONTENT_WEIGHT_DESCRIPTION,
                0.5,
                "a word of the description. Lower it when they are all alike.");
        weight(
                group,
                Keys.CONTENT_WEIGHT_CATEGORIES,
                1,
                "a category and each one above it. Raise it when shoppers stay on a shelf.");
        weight(group, Keys.CONTENT_WEIGHT_TAGS, 1, "a tag. Raise it when tags are given with care.");
        weight(group, Keys.CONTENT_WEIGHT_BRAND, 1, "the brand. Raise it when shoppers are loyal to brands.");
    }

    private static void weight(Group group, String key, double byDefault, String sentence) {
        group.add(key, DOUBLE, byDefault, WEIGHT, MEDIUM, "How much two items are alike by " + sentence);
    }

    private static void bounds(Group group) {
        group.add(
                Keys.CONTENT_POSTINGS,
                INT,
                500,
                COUNT,
                LOW,
                "The newest items of a term that are looked at when somebody is interested in it. Raise it when old"
                        + " items are missed, lower it for speed.");
        group.add(
                Keys.CONTENT_TERMS,
                INT,
                64,
                COUNT,
                LOW,
                "The strongest terms of an interest that are searched for. Raise it when descriptions are long and"
                        + " rich, lower it for speed.");
        group.add(
                Keys.CONTENT_CANDIDATES,
                INT,
                150,
                COUNT,
                LOW,
                "The most items that are compared exactly. Raise it when much of what is found is left out, lower it"
                        + " for speed.");
        group.add(
                Keys.CONTENT_NEGLIGIBLE_INTEREST,
                DOUBLE,
                0.05,
                PART,
                LOW,
                "Items whose interest is below this part of the strongest one do not count. Raise it for speed; 0"
                        + " counts all.");
        group.add(
                Keys.CONTENT_NEGLIGIBLE_TERM,
                DOUBLE,
                0.05,
                PART,
                LOW,
                "Terms that add to a similarity less than this part of what the strongest one adds are not searched"
                        + " for. Raise it for speed; 0 searches for all.");
    }
}
