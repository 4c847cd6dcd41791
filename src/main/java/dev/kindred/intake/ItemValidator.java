package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Item;
import java.util.Optional;

/** Decides whether an item may enter the catalog. */
public final class ItemValidator {

    private final int maxIdBytes;

    /** A validator with the rules for ids of events, so that events can speak of every item. */
    public ItemValidator(IntakeSettings settings) {
        this.maxIdBytes = settings.maxIdBytes();
    }

    /**
     * Says what is wrong with an item, if anything is.
     *
     * @param key that it is stored under; under another one than its id it could not be removed
     */
    public Optional<String> problem(String key, Item item) {
        return Ids.problem(item.itemId(), maxIdBytes)
                .map(rule -> "its id " + rule)
                .or(() -> key.equals(item.itemId()) ? Optional.empty() : Optional.of("its id is not its key"));
    }
}
