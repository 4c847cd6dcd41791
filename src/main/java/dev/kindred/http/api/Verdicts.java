package dev.kindred.http.api;

import dev.kindred.experiment.Verdict;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** States the verdict of an experiment in a sentence, from the templates of a language. */
final class Verdicts {

    private final Locale language;
    private final ResourceBundle templates;

    Verdicts(Locale language) {
        this.language = language;
        this.templates = ResourceBundle.getBundle(
                "dev.kindred.http.api.verdicts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence; percents are of the control's rate. */
    String on(Verdict verdict) {
        return switch (verdict.kind()) {
            case MISMATCH -> say("mismatch");
            case BETTER -> say("better", verdict.variant(), percent(verdict.low()), percent(verdict.high()));
            case WORSE -> say("worse", verdict.variant(), percent(-verdict.high()), percent(-verdict.low()));
            case UNDECIDED -> say("undecided", verdict.variant(), percent(-verdict.low()), percent(verdict.high()));
            case TOO_FEW -> say("too-few", verdict.variant());
        };
    }

    /** One decimal below 10 percent, so that an effect that is proven is not stated as 0. */
    private static double percent(double fraction) {
        double percent = 100 * fraction;
        return percent < 10 ? Math.round(10 * percent) / 10.0 : Math.round(percent);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(templates.getString(key), language).format(values);
    }
}
