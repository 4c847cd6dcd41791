package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.SimilarUser;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Neighbors as JSON. */
record NeighborsAnswer(
        @Described("Most similar first.") List<Neighbor> neighbors,

        @Described("True if a standby copy answers, which may lag behind; absent otherwise.") @Nullable
        Boolean stale) {

    NeighborsAnswer {
        neighbors = List.copyOf(neighbors);
    }

    /** One neighbor. */
    record Neighbor(
            @Described("A pseudonym of 16 hexadecimal digits, the same in every answer.")
            String key,

            @Described("In (0, 1].") double similarity) {}

    static NeighborsAnswer of(List<SimilarUser> users, @Nullable Boolean stale) {
        return new NeighborsAnswer(
                users.stream()
                        .map(user -> new Neighbor(HexFormat.of().toHexDigits(user.key()), user.similarity()))
                        .toList(),
                stale);
    }
}
