package dev.kindred.http.api;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.recommend.RecommendSettings;

/**
 * What the routes go by.
 *
 * @param lists what a list looks like unless a request says otherwise
 * @param intake which ids and events are acceptable
 * @param version of the program
 * @param asksForKeys whether callers need a key
 */
public record ApiSettings(RecommendSettings lists, IntakeSettings intake, String version, boolean asksForKeys) {}
