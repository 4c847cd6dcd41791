package dev.kindred.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LuceneTokenizerTest {

    private static List<String> terms(Language language, String text) {
        return new LuceneTokenizer(language).terms(text);
    }

    @Test
    void standardKeepsEveryWord() {
        assertThat(terms(Language.STANDARD, "The Red Shoes, size 42!"))
                .containsExactly("the", "red", "shoes", "size", "42");
    }

    @Test
    void englishReducesWordsToStemsAndLeavesOutStopWords() {
        assertThat(terms(Language.ENGLISH, "The runner's shoes for running")).containsExactly("runner", "shoe", "run");
    }

    @Test
    void cjkPairsNeighboringCharacters() {
        assertThat(terms(Language.CJK, "緑茶碗 Kyoto")).containsExactly("緑茶", "茶碗", "kyoto");
        assertThat(terms(Language.CJK, "무선 마우스")).containsExactly("무선", "마우", "우스");
        assertThat(terms(Language.CJK, "ＵＳＢ")).containsExactly("usb"); // full-width letters
    }

    @ParameterizedTest
    @CsvSource({"GERMAN, die Schuhe, schuh", "FRENCH, les chaussures, chausur", "SPANISH, los zapatos, zapat"})
    void otherLanguagesDoTheSame(Language language, String text, String stem) {
        assertThat(terms(language, text)).containsExactly(stem);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageMakesTheSameOfTheSameTextAgain(Language language) {
        LuceneTokenizer tokenizer = new LuceneTokenizer(language);

        assertThat(tokenizer.terms("samovar")).hasSize(1).isEqualTo(tokenizer.terms("Samovar"));
        assertThat(tokenizer.terms("")).isEmpty();
    }
}
