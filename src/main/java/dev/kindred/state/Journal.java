package dev.kindred.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the last change of a vector wrote beside the header, kept in the header's own value.
 *
 * <p>Without transactions a crash may fall between two writes. The header remembers the event, so it must not be stored
 * without the cells, nor a cell without the header: with the journal, storing the header alone does all of it, and loading
 * makes up for the writes that are missing.
 *
 * @param cells the encoded cells of the items that changed; empty for an item that left
 */
record Journal(Map<String, Optional<byte[]>> cells) {

    Journal {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells)); // in the order in which they are written
    }

    /** Whether the journal, and not the cell that is stored, says what there is of an item. */
    boolean decides(String item) {
        return cells.containsKey(item);
    }
}
