package dev.kindred.http.api;

import dev.kindred.intake.Intake;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.RawItem;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;

/**
 * The intakes of the records that arrive over HTTP.
 *
 * @param events of shoppers
 * @param items of the catalog
 * @param merges of users
 * @param erasures requests to forget users
 * @param users and their attributes
 */
public record Intakes(
        Intake<RawInteraction, Interaction> events,
        Intake<RawItem, ItemChange> items,
        Intake<Merge, Merge> merges,
        Intake<ErasureRequest, ErasureRequest> erasures,
        Intake<UserAttributes, UserChange> users) {}
