package dev.kindred.http.api;

import dev.kindred.intake.Intake;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.RawItem;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;

/**
 * What takes the records that come over HTTP.
 *
 * @param events what shoppers do
 * @param items what the shop says of its items
 * @param merges which users are one
 * @param users what the shop says of its users
 */
public record Intakes(
        Intake<RawInteraction, Interaction> events,
        Intake<RawItem, ItemChange> items,
        Intake<Merge, Merge> merges,
        Intake<UserAttributes, UserChange> users) {}
