package dev.kindred.experiment;

/**
 * The conclusion from an experiment so far.
 *
 * @param low the lower end of the interval of the relative difference to the control, such as 0.03; 0 if not known
 * @param high its upper end
 */
public record Verdict(Kind kind, String variant, double low, double high) {

    /** The kinds, the most urgent first. */
    public enum Kind {
        /** The numbers of lists do not fit the shares: no comparison is valid. */
        MISMATCH,
        /** The variant is better than the control. */
        BETTER,
        /** The variant is worse than the control. */
        WORSE,
        /** No difference is proven. */
        UNDECIDED,
        /** Too few lists to compare. */
        TOO_FEW
    }

    static Verdict without(Kind kind, String variant) {
        return new Verdict(kind, variant, 0, 0);
    }

    /** The verdict on a variant. */
    static Verdict of(String variant, SequentialTest.Result result) {
        if (!result.isKnown()) {
            return without(Kind.TOO_FEW, variant);
        }
        Kind kind = result.low() > 0 ? Kind.BETTER : result.high() < 0 ? Kind.WORSE : Kind.UNDECIDED;
        return new Verdict(kind, variant, result.low() / result.controlRate(), result.high() / result.controlRate());
    }
}
