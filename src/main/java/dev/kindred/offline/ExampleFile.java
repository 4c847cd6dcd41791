package dev.kindred.offline;

import dev.kindred.export.Lines;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.RankingExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Writes the candidates of lists as CSV, to train rankers elsewhere: the number of the list, the time, the label, the propensity, and
 * the features in their order. The name of the first column ends with the version of the features. It names neither users nor items.
 * Not thread safe.
 */
public final class ExampleFile implements RankingExamples {

    private final Lines lines;
    private long lists;
    private long rows;

    /** Writes the header. */
    public ExampleFile(Lines lines) {
        this.lines = lines;
        add("list_v" + Feature.VERSION + ",timestamp_ms,label,propensity,"
                + Arrays.stream(Feature.values()).map(Feature::label).collect(Collectors.joining(",")));
    }

    /** Adds a list in which chance took no part. */
    @Override
    public void learn(FeatureMatrix candidates, int touched, long timestampMs) {
        add(candidates, row -> row == touched, 1, timestampMs);
    }

    /**
     * Adds a list.
     *
     * @param isTouched whether the user touched the candidate of a row: label 1
     * @param propensity the probability with which the list was chosen, in (0, 1]
     */
    public void add(FeatureMatrix candidates, IntPredicate isTouched, double propensity, long timestampMs) {
        lists++;
        for (int row = 0; row < candidates.rows(); row++) {
            StringBuilder line = new StringBuilder()
                    .append(lists)
                    .append(',')
                    .append(timestampMs)
                    .append(isTouched.test(row) ? ",1," : ",0,")
                    .append(number((float) propensity));
            for (Feature feature : Feature.values()) {
                line.append(',').append(number(candidates.get(row, feature)));
            }
            add(line.toString());
            rows++;
        }
    }

    /** Most values are 0 or 1. */
    private static String number(float value) {
        return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
    }

    private void add(String line) {
        try {
            lines.add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of lists so far. */
    public long lists() {
        return lists;
    }

    /** The number of candidates so far. */
    public long rows() {
        return rows;
    }
}
