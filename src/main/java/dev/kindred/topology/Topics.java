package dev.kindred.topology;

/**
 * The names of all topics, each with an optional prefix so that several shops can share a cluster.
 *
 * @param prefix put before every name; may be empty
 */
public record Topics(String prefix) {

    /** In: what shoppers did. Key: user id. */
    public String events() {
        return prefix + "events";
    }

    /** Between: events that came with a foreign key or partition, now in the partition of their user. */
    public String eventsRerouted() {
        return prefix + "events-rerouted";
    }

    /** In: which users' vectors move to whom. Key: id of the user who goes. */
    public String merges() {
        return prefix + "merges";
    }

    /** Between: vectors on their way, and requests that came with a foreign key or partition. Key: id of whom it is for. */
    public String movedVectors() {
        return prefix + "moved-vectors";
    }

    /** Out, and the log of the matrix: one cell per record. Key: {@link dev.kindred.model.CellKey}. */
    public String affinities() {
        return prefix + "affinities";
    }

    /** In: what the shop says of its items, of each the last record; a null value removes one. Key: item id. */
    public String items() {
        return prefix + "items";
    }

    /** In: what the shop says of its users, of each the last record; a null value takes it back. Key: user id. */
    public String users() {
        return prefix + "users";
    }

    /** Out: refreshed lists. Key: user id. */
    public String recommendations() {
        return prefix + "recommendations";
    }

    /** Out, if wanted: what is known of users. Key: user id. */
    public String userProfiles() {
        return prefix + "user-profiles";
    }

    /** Out: of every item what goes with it, written when it changes. Key: item id. */
    public String similarItems() {
        return prefix + "similar-items";
    }

    /** Out: what could not be accepted, as it came. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }
}
