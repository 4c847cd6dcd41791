package dev.kindred.topology;

import java.util.List;

/**
 * The names of all topics, each with an optional prefix so that several shops can share a cluster.
 *
 * @param prefix put before every name; may be empty
 */
public record Topics(String prefix) {

    /** In: events of shoppers. Key: user id. */
    public String events() {
        return prefix + "events";
    }

    /**
     * Between: records for the task of a user, from another task. They are requests to merge, vectors on their way, and
     * events that came with a foreign key or partition. Key: id of the receiving user.
     */
    public String control() {
        return prefix + "control";
    }

    /** Until version 0.1: rerouted events. A topic that exists is still read. */
    public String formerEventsRerouted() {
        return prefix + "events-rerouted";
    }

    /** Until version 0.1: moved vectors. A topic that exists is still read. */
    public String formerMovedVectors() {
        return prefix + "moved-vectors";
    }

    /** The topics between tasks of former versions. */
    public List<String> former() {
        return List.of(formerEventsRerouted(), formerMovedVectors());
    }

    /** In: requests to merge two users. Key: id of the user whose vector moves. */
    public String merges() {
        return prefix + "merges";
    }

    /** In: requests to forget users. Key: user id. */
    public String erasures() {
        return prefix + "erasures";
    }

    /** Out: receipts of erasures, for ever. Key: id of the request; partition: that of the user. */
    public String erasureReceipts() {
        return prefix + "erasure-receipts";
    }

    /** Out, and the log of the matrix: one cell per record. Key: {@link dev.kindred.model.CellKey}. */
    public String affinities() {
        return prefix + "affinities";
    }

    /** In: items, the latest record of each; a null value removes one. Key: item id. */
    public String items() {
        return prefix + "items";
    }

    /** In: attributes of users, the latest record of each; a null value removes them. Key: user id. */
    public String users() {
        return prefix + "users";
    }

    /** Out: refreshed lists. Key: user id. */
    public String recommendations() {
        return prefix + "recommendations";
    }

    /** Out, optional: profiles of users. Key: user id. */
    public String userProfiles() {
        return prefix + "user-profiles";
    }

    /** Out, optional: what lists achieved, the latest counts of each task. Key: {@link dev.kindred.feedback.Outcome#recordKey}. */
    public String outcomes() {
        return prefix + "outcomes";
    }

    /** Out, optional: what lists have learned, the latest sums of each task. Key: {@link dev.kindred.ranking.StatisticsKey#recordKey}. */
    public String rankerStatistics() {
        return prefix + "ranker-statistics";
    }

    /** Out: the similar items of every item, written when they change. Key: item id. */
    public String similarItems() {
        return prefix + "similar-items";
    }

    /** Out: rejected records, unchanged. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }
}
