package dev.kindred.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdfCacheTest {

    private final IdfCache idfCache = new IdfCache();

    @Test
    void givesTheInverseDocumentFrequency() {
        idfCache.begin(8);

        assertThat(idfCache.of(2)).isEqualTo(Math.log1p(4)); // ln(1 + 8/2)
        assertThat(idfCache.of(2)).isEqualTo(Math.log1p(4));
        assertThat(idfCache.of(8)).isEqualTo(Math.log1p(1));
    }

    @Test
    void recomputesWhenTheNumberOfDocumentsChanges() {
        idfCache.begin(8);
        double before = idfCache.of(2);

        idfCache.begin(4);

        assertThat(idfCache.of(2)).isEqualTo(Math.log1p(2)).isNotEqualTo(before);
    }

    @Test
    void computesFrequenciesBeyondItsSize() {
        idfCache.begin(1_000_000);

        assertThat(idfCache.of(500_000)).isEqualTo(Math.log1p(2));
    }
}
