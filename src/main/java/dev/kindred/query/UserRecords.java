package dev.kindred.query;

import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.ErasureNotes;
import dev.kindred.model.UserAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The records of a user beside the vector.
 *
 * @param attributes as the shop has set them
 * @param feedback the lists shown lately, and what the user did with them; empty if there are none, or feedback is off
 * @param notes of erasures and merges
 * @param stores the names of all stores that an answer about the user comes from, also where they have nothing
 */
public record UserRecords(
        Optional<UserAttributes> attributes, Optional<UserFeedback> feedback, ErasureNotes notes, List<String> stores) {

    public UserRecords {
        stores = List.copyOf(stores);
    }
}
