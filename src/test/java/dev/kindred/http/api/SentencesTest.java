package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {

    private static final List<Reason> OWN =
            List.of(new Reason("tea", 0.5), new Reason("cup", 0.3), new Reason("pot", 0.2));

    private static String sentence(String language, Strategy strategy, int similarUsers, List<Reason> own) {
        RecommendedItem item = new RecommendedItem(
                "x", 1, 1, strategy, similarUsers, own, Map.of(), List.of("green", "leaf", "tin", "hot"));
        return new Sentences(Locale.forLanguageTag(language), id -> "The " + id).on(item, OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | USER_BASED    | 1200 | 1,200 people of similar taste like it, because of The tea and The cup.",
                "en | USER_BASED    | 1    | One person of similar taste likes it, because of The tea and The cup.",
                "en | USER_BASED    | 0    | People of similar taste like it, because of The tea and The cup.",
                "en | ITEM_BASED    | 0    | It goes well with The tea and The cup.",
                "en | CONTENT_BASED | 0    | It is similar to The tea and The cup: green, leaf, tin.",
                "en | TRENDING      | 0    | It is trending now.",
                "en | RECENT        | 0    | It is new here.",
                "en | POPULAR       | 0    | It is popular.",
                "zh | USER_BASED    | 9    | 根据您关注的The tea和The cup，有9位品味相近的人喜欢它。",
            })
    void explainAnItem(String language, Strategy strategy, int similarUsers, String expected) {
        assertThat(sentence(language, strategy, similarUsers, OWN)).isEqualTo(expected);
    }

    @Test
    void doNotInventAReason() {
        assertThat(sentence("en", Strategy.USER_BASED, 3, List.of())).isEqualTo("It is popular.");
        assertThat(sentence("en", Strategy.RECENT, 0, List.of())).isEqualTo("It is new here.");
        assertThat(sentence("en", Strategy.ITEM_BASED, 0, List.of(new Reason("tea", -0.5))))
                .isEqualTo("It is popular.");
    }

    @Test
    void nameTheRankOfATrendingItem() {
        RecommendedItem item = new RecommendedItem("x", 1, 1, Strategy.TRENDING, 0, List.of());

        assertThat(new Sentences(Locale.ENGLISH, id -> id).on(item, OptionalInt.of(3)))
                .isEqualTo("It is number 3 among trending items.");
        assertThat(new Sentences(Locale.CHINESE, id -> id).on(item, OptionalInt.of(3)))
                .isEqualTo("它在近期热度榜上排第3位。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void haveEveryTemplateInEveryLanguage(String language) {
        ResourceBundle templates =
                ResourceBundle.getBundle("dev.kindred.http.api.sentences", Locale.forLanguageTag(language));

        assertThat(templates.keySet())
                .containsExactlyInAnyOrder(
                        "neighbors",
                        "neighbors.withheld",
                        "successor",
                        "similar",
                        "alike",
                        "trending",
                        "trending.position",
                        "recent",
                        "popular",
                        "and",
                        "comma");
    }
}
