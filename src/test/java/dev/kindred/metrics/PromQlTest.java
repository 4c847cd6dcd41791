package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PromQlTest {

    private static final PromQl QUERY = new PromQl("""
            histogram_quantile(0.99, sum by (job, le) (rate(wait_seconds_bucket{kind!~"slow.*", job="shop"}[5m])))
              > 2 * max(limit_seconds) and up == 1e3
            """);

    @Test
    void knowsMetricsFromFunctionsLabelsAndWords() {
        assertThat(QUERY.metrics()).containsExactly("limit_seconds", "up", "wait_seconds_bucket");
    }

    @Test
    void knowsLabelsOfSelectorsAndGroups() {
        assertThat(QUERY.labels()).containsExactly("job", "kind", "le");
    }
}
