package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.experiment.Verdict;
import dev.kindred.experiment.Verdict.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {

    private static String english(Kind kind, double low, double high) {
        return new Verdicts(Locale.ENGLISH).on(new Verdict(kind, "b", low, high));
    }

    @Test
    void areSentences() {
        assertThat(english(Kind.BETTER, 0.0312, 0.0901)).isEqualTo("Variant b is better by 3.1 to 9 %; safe to stop.");
        assertThat(english(Kind.WORSE, -0.2, -0.052)).isEqualTo("Variant b is worse by 5.2 to 20 %; safe to stop.");
        assertThat(english(Kind.UNDECIDED, -0.04, 0.06))
                .isEqualTo("No difference is proven yet: variant b is between 4 % worse and 6 % better. Continue.");
    }

    @ParameterizedTest
    @EnumSource
    void areInEveryLanguage(Kind kind) {
        for (String language : new String[] {"en", "zh"}) {
            assertThat(new Verdicts(Locale.forLanguageTag(language)).on(new Verdict(kind, "b", -0.1, 0.1)))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }
}
