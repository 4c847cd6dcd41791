package dev.kindred.experiment;

import dev.kindred.model.Ids;
import dev.kindred.model.Require;

/**
 * A variant in an experiment.
 *
 * @param variant its name
 * @param share its configured fraction of the users, in [0, 1]
 */
public record Arm(String variant, double share) {

    public Arm {
        Ids.checkName(variant);
        Require.that(share >= 0 && share <= 1, "share must be in [0, 1]", share);
    }
}
