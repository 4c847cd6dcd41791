package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.ItemDictionary;
import dev.kindred.recommend.ShopModel;
import java.util.Optional;

/**
 * Judges whether events on an item are learned, so that made-up ids do not fill the memory.
 *
 * @param onlyKnown whether only items of the catalog are
 */
record ItemAdmission(boolean onlyKnown, ShopModel model) {

    Optional<Rejection> problem(String itemId) {
        if (onlyKnown && !isInCatalog(itemId)) {
            return rejection("the catalog does not have the item, and matrix.only.known.items is true");
        }
        return model.matrix().hasRoomFor(itemId)
                ? Optional.empty()
                : rejection("there is no room for further items: raise matrix.items.max and the heap, or set"
                        + " matrix.only.known.items=true");
    }

    private boolean isInCatalog(String itemId) {
        int number = model.dictionary().find(itemId);
        return number != ItemDictionary.NONE && model.catalog().find(number).isPresent();
    }

    private static Optional<Rejection> rejection(String detail) {
        return Optional.of(new Rejection(RejectionReason.UNKNOWN_ITEM, detail));
    }
}
