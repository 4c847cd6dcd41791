package dev.kindred.experiment;

import dev.kindred.model.UserKey;
import java.util.Collection;

/**
 * Assigns users to variants, without memory: a variant is a hash of the salt and the user. It is the same on every
 * instance, and independent between salts.
 *
 * <p>Weighted rendezvous hashing: every pair of user and variant has a uniform number u, and the user gets the variant
 * with the least {@code -ln(u) / share}. Such a number is exponential with the rate of its share, so a variant wins with
 * the probability of its share. Where shares change, users move only to variants that gain more than theirs. Sources: Thaler and
 * Ravishankar, <em>Using name-based mappings to increase hit rates</em>, 1998; Schindelhauer and Schomaker, <em>Weighted
 * distributed hash tables</em>, 2005.
 */
final class Assignment {

    private static final double UNIT = 0x1.0p-53;

    private final long[] seeds; // of each variant

    /** An assignment of one experiment. */
    Assignment(String salt, Collection<String> variants) {
        seeds = variants.stream()
                .mapToLong(variant -> UserKey.of(salt + '\n' + variant))
                .toArray();
    }

    /**
     * The number of a user's variant.
     *
     * @param shares of the variants, in the order of their names; none negative, at least one positive
     */
    int of(long userKey, double[] shares) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int variant = 0; variant < seeds.length; variant++) {
            // StrictMath, because every platform must have the same logarithm
            double time = -StrictMath.log(uniform(userKey ^ seeds[variant])) / shares[variant];
            if (time < least) {
                least = time;
                best = variant;
            }
        }
        return best;
    }

    /** A number in (0, 1) from the 53 best bits of a hash. */
    private static double uniform(long bits) {
        return ((mixed(bits) >>> 11) + 0.5) * UNIT;
    }

    /** Variant 13 of Stafford, <em>Better bit mixing</em>, 2011: the finalizer of SplitMix64. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
