package dev.kindred.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cells that the last change of a vector wrote, repeated in the value of the header.
 *
 * <p>Without transactions a crash may happen between two writes. The header remembers the event, so header and cells
 * must be stored together. With the journal, the write of the header alone is enough: loading repeats the missing
 * writes.
 *
 * @param cells the encoded cells of the items that changed; empty for an evicted item
 */
record Journal(Map<String, Optional<byte[]>> cells) {

    Journal {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells)); // in the order in which they are written
    }

    /** Whether the journal replaces the stored cell of an item. */
    boolean covers(String item) {
        return cells.containsKey(item);
    }
}
