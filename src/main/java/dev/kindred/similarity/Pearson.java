package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;

/**
 * Pearson's correlation of the interests and the weights, over the n shared items:
 * {@code Σ_i (q(i) − q̄)·(w(i) − w̄) / √(Σ_i (q(i) − q̄)² · Σ_i (w(i) − w̄)²)}, with the means of those items alone.
 *
 * <p>It measures whether both users prefer the same ones among the shared items, and ignores other items. Rarity does
 * not count, because it would make all users with the same items agree. It is symmetric if weights equal interests. It
 * does not change when all interests, or all weights, of a user are multiplied by a positive number, or when a number
 * is added to them. It is 0 for fewer than 2 shared items, and where interests or weights are all equal up to the
 * rounding of floats. Source: Resnick et al., <em>GroupLens: An Open Architecture for Collaborative Filtering of
 * Netnews</em>, CSCW 1994.
 */
final class Pearson implements Comparison {

    private static final double SAME = 1e-6; // relative: weights are floats

    @Override
    public double similarity(Query query, RowBuffer rows, int row, Overlaps overlaps, int start, double dot) {
        int end = overlaps.end();
        double interestMean = 0;
        double weightMean = 0;
        for (int at = start; at < end; at++) {
            interestMean += query.interest(overlaps.index(at)) / (end - start);
            weightMean += (double) rows.weight(overlaps.place(at)) / (end - start);
        }
        double covariance = 0;
        double interestVariance = 0;
        double weightVariance = 0;
        double greatestInterest = 0;
        double greatestWeight = 0;
        for (int at = start; at < end; at++) {
            double interest = query.interest(overlaps.index(at));
            double weight = rows.weight(overlaps.place(at));
            covariance += (interest - interestMean) * (weight - weightMean);
            interestVariance += square(interest - interestMean);
            weightVariance += square(weight - weightMean);
            greatestInterest = Math.max(greatestInterest, Math.abs(interest));
            greatestWeight = Math.max(greatestWeight, Math.abs(weight));
        }
        boolean isDefined =
                interestVariance > square(SAME * greatestInterest) && weightVariance > square(SAME * greatestWeight);
        double correlation = covariance / (Math.sqrt(interestVariance) * Math.sqrt(weightVariance));
        return isDefined ? Math.max(-1, Math.min(correlation, 1)) : 0;
    }

    private static double square(double x) {
        return x * x;
    }
}
