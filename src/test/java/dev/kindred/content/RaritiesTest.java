package dev.kindred.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaritiesTest {

    private final Rarities rarities = new Rarities();

    @Test
    void tellsTheInverseDocumentFrequency() {
        rarities.begin(8);

        assertThat(rarities.of(2)).isEqualTo(Math.log1p(4)); // ln(1 + 8/2)
        assertThat(rarities.of(2)).isEqualTo(Math.log1p(4));
        assertThat(rarities.of(8)).isEqualTo(Math.log1p(1));
    }

    @Test
    void forgetsWhenTheNumberOfDocumentsChanges() {
        rarities.begin(8);
        double before = rarities.of(2);

        rarities.begin(4);

        assertThat(rarities.of(2)).isEqualTo(Math.log1p(2)).isNotEqualTo(before);
    }

    @Test
    void knowsTermsThatMoreDocumentsHaveThanItRemembers() {
        rarities.begin(1_000_000);

        assertThat(rarities.of(500_000)).isEqualTo(Math.log1p(2));
    }
}
