package dev.kindred.ranking;

import java.util.Arrays;

/** The features of the candidates of one list, row by row in memory. Not thread safe: one per thread, reused. */
public final class FeatureMatrix {

    private static final float LIMIT = 4; // of any value: statistics are exact up to it

    private float[] values = new float[0];
    private int rows;

    /** Begins a matrix of zeros. */
    public void begin(int candidates) {
        rows = candidates;
        if (values.length < rows * Feature.COUNT) {
            values = new float[rows * Feature.COUNT];
        }
        Arrays.fill(values, 0, rows * Feature.COUNT, 0);
    }

    /** The number of candidates. */
    public int rows() {
        return rows;
    }

    /** Sets a value; values beyond 4, or -4, count as that, and NaN as 0. */
    public void set(int row, Feature feature, double value) {
        float limited = Double.isNaN(value) ? 0 : (float) Math.max(-LIMIT, Math.min(LIMIT, value));
        values[row * Feature.COUNT + feature.column()] = limited;
    }

    /** A value. */
    public float get(int row, Feature feature) {
        return values[row * Feature.COUNT + feature.column()];
    }

    /** A copy of the values of a candidate, by column. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * Feature.COUNT, (row + 1) * Feature.COUNT);
    }

    /** All values, row by row; only the first {@code rows · Feature.COUNT} count. Not a copy: valid until the next begin. */
    public float[] values() {
        return values;
    }
}
