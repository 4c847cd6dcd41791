package dev.kindred.lab.demo;

import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;

/** The titles of items, as the running application has them in its catalog. */
final class Titles {

    private final Queries queries;

    Titles(Queries queries) {
        this.queries = queries;
    }

    /** Empty where there is none. */
    String of(String itemId) {
        try {
            return queries.item(itemId).title();
        } catch (QueryException e) {
            return "";
        }
    }
}
