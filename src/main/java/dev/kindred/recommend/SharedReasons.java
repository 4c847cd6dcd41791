package dev.kindred.recommend;

/**
 * The contributions of the user's own items to those of a blended list. Lists of one refresh have most items in common, so what was
 * computed for the user-based list is not computed again. Not thread safe: one per thread.
 */
final class SharedReasons {

    private final Reasons known; // of the latest user-based list
    private final Reasons others;

    private long computation = -1; // of the scores that the known reasons are of
    private boolean explained; // whether more than the supporters is known
    private int[] knownItems = new int[0]; // their first knownSize items
    private int knownSize;

    private int[] places = new int[0]; // by place on the blended list: that in known, or ~ that in others
    private int[] otherItems = new int[0];

    /** Shares the reasons of user-based lists. */
    SharedReasons(Reasons known, Reasons others) {
        this.known = known;
        this.others = others;
    }

    /** Computes the reasons for a user-based list, to be read from {@code known}. */
    void computeKnown(int[] items, int count, RecommendationContext context, UserBasedScores scores, int reasonLimit) {
        known.compute(items, count, context.neighbors(), scores.votes(), reasonLimit);
        if (knownItems.length < count) {
            knownItems = new int[count];
        }
        System.arraycopy(items, 0, knownItems, 0, count);
        knownSize = count;
        computation = scores.computation();
        explained = reasonLimit > 0;
    }

    /**
     * Computes the reasons for a blended list.
     *
     * @param contributions whether more than the supporters will be requested
     */
    void compute(int[] items, int count, RecommendationContext context, UserBasedScores scores, boolean contributions) {
        if (places.length < count) {
            places = new int[count];
            otherItems = new int[count];
        }
        boolean isShared = computation == scores.computation() && (explained || !contributions);
        int missing = 0;
        for (int place = 0; place < count; place++) {
            int at = isShared ? placeInKnown(items[place]) : -1;
            places[place] = at >= 0 ? at : ~missing;
            otherItems[missing] = items[place];
            missing += at >= 0 ? 0 : 1;
        }
        // all contributions are computed; their number does not limit those that are read
        others.compute(otherItems, missing, context.neighbors(), scores.votes(), contributions ? 1 : 0);
    }

    private int placeInKnown(int item) {
        int at = knownSize - 1;
        while (at >= 0 && knownItems[at] != item) {
            at--;
        }
        return at;
    }

    /** The number of own items, see {@link Reasons}. */
    int width() {
        return others.width();
    }

    /** The own item at an index below the width, by number. */
    int own(int index) {
        return others.own(index);
    }

    /** As {@link Reasons#supporters}. */
    int supporters(int place) {
        return places[place] >= 0 ? known.supporters(places[place]) : others.supporters(~places[place]);
    }

    /** As {@link Reasons#contribution}. */
    double contribution(int place, int index) {
        return places[place] >= 0
                ? known.contribution(places[place], index)
                : others.contribution(~places[place], index);
    }

    /** As {@link Reasons#total}. */
    double total(int place) {
        return places[place] >= 0 ? known.total(places[place]) : others.total(~places[place]);
    }
}
