package dev.kindred.http.api;

import dev.kindred.http.Peers;
import dev.kindred.query.Directory;
import dev.kindred.query.Queries;
import java.util.function.Consumer;

/**
 * The means of the routes to answer for users of other instances.
 *
 * @param copies answers also from the standby copies of this instance
 * @param directory maps users to instances
 * @param peers the other instances
 * @param staleReads whether a copy may answer where the owner does not
 * @param forwards receives the outcome of every query that this instance could not answer from its own users
 */
public record Cluster(
        Queries copies, Directory directory, Peers peers, boolean staleReads, Consumer<Forwarded> forwards) {

    /** For an instance that is alone. */
    public static Cluster ofOne(Queries queries) {
        return new Cluster(queries, Directory.ALONE, Peers.NONE, false, outcome -> {});
    }
}
