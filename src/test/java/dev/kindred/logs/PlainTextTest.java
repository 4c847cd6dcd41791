package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "<p>Fresh <b>coffee</b></p><script>alert(1)</script>! Fresh coffee",
                "<p>one</p><p>two</p>! one two",
                "a<br>b<br/>c! a b c",
                "<ul><li>one<li>two</ul>! one two",
                "<style>p {}</style>x<!-- a < b -->y! xy",
                "<td>Cable <2 m</td>! Cable <2 m",
                "<p>Size <M></p>! Size <M>"
            })
    void takesTheTagsAway(String case_) {
        String[] parts = case_.split("! ", 2);

        assertThat(PlainText.of(parts[0])).isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\u0001',
            value = {
                "Caf&eacute; &amp; Bar!Café & Bar",
                "1&nbsp;kg!1 kg",
                "&#8364;&#x20ac;!€€",
                "&lt;p&gt;Fresh&lt;/p&gt;!Fresh",
                "<p>Caf&amp;eacute;</p>!Café",
                "<p>Tool <b>steel</b>&nbsp;<br/> nbsp amp</p>!Tool steel",
                "1 nbsp kg, salt amp pepper!1 kg, salt pepper"
            })
    void readsEntities(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R&D, AT&T & co",
                "5 < 6 and 7 > 6",
                "Cable <2 m",
                "Size <M> or <XL>",
                "a<b",
                "For two.\nLight.",
                "<3 you",
                "Guitar amp, 20 W"
            })
    void leavesTextAsItIs(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }
}
