package dev.kindred.http.api;

import dev.kindred.model.Described;
import java.util.List;

/**
 * The users whose lists are requested.
 *
 * @param userIds in any order
 */
record BatchQuestion(
        @Described(
                value = "The users; one answer for each, in this order.",
                maxItems = Limits.BATCH_USERS,
                pattern = Described.ID)
        List<String> userIds) {

    BatchQuestion {
        userIds = Limits.checked(userIds, "userIds", Limits.BATCH_USERS);
    }
}
