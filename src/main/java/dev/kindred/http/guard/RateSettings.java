package dev.kindred.http.guard;

/**
 * The rate limit of one caller.
 *
 * @param perSecond sustained requests per second, at least 0; 0 for no limit
 * @param burst requests at once after a pause, at least 1
 */
public record RateSettings(int perSecond, int burst) {

    public RateSettings {
        if (perSecond < 0) {
            throw new IllegalArgumentException("perSecond must be at least 0, got " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst must be at least 1, got " + burst);
        }
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }
}
