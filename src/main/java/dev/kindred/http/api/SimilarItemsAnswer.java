package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.SimilarItem;
import java.util.List;

/** Similar items as JSON. */
record SimilarItemsAnswer(@Described("Most similar first.") List<SimilarItem> items) {

    SimilarItemsAnswer {
        items = List.copyOf(items);
    }
}
