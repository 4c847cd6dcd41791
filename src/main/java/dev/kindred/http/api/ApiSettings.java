package dev.kindred.http.api;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Scenarios;
import java.util.function.Supplier;

/**
 * The settings of the routes.
 *
 * @param lists the default list
 * @param scenarios places of the shop that lists can be asked for, as of now
 * @param intake the rules for ids and events
 * @param version of the program
 * @param asksForKeys whether callers need a key
 */
public record ApiSettings(
        RecommendSettings lists,
        Supplier<Scenarios> scenarios,
        IntakeSettings intake,
        String version,
        boolean asksForKeys) {}
