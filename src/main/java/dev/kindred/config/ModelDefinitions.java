package dev.kindred.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dev.kindred.model.InteractionType;
import dev.kindred.recommend.Exclusion;
import dev.kindred.similarity.Measure;
import dev.kindred.similarity.Normalization;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of the mathematics: events, vectors, matrix, similarities, recommendations. */
final class ModelDefinitions {

    static final String NO_EXCLUSION = "none";

    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final Limit HALF_LIFE = Limit.either(0, "no decay", HOUR_MS);
    private static final Limit WEIGHT = Limit.between(-1000.0, 1000.0);
    private static final Limit FACTOR = Limit.between(0.0, 1000.0);
    private static final Limit COUNT = Limit.between(1, 1_000_000);

    private ModelDefinitions() {}

    static void addTo(ConfigDef definition) {
        events(new Group(definition, "Events"));
        weights(new Group(definition, "Weights of events"));
        vectors(new Group(definition, "Vectors"));
        matrix(new Group(definition, "Matrix"));
        similarities(new Group(definition, "Similarities"));
        similarItems(new Group(definition, "Similar items"));
        ContentDefinitions.addTo(definition);
        recommendations(new Group(definition, "Recommendations"));
        ProfileDefinitions.addTo(definition);
    }

    /** The key of the weight of one type of event. */
    static String weightKey(InteractionType type) {
        return Keys.WEIGHT_PREFIX + type.name().toLowerCase(Locale.ROOT);
    }

    private static void events(Group group) {
        group.add(
                Keys.MAX_ID_BYTES,
                INT,
                256,
                Limit.between(1, 4096),
                LOW,
                "The longest id of a user or an item, in bytes of UTF-8. Raise it when your ids are longer.");
        group.add(
                Keys.FUTURE_TOLERANCE,
                LONG,
                HOUR_MS,
                Limit.between(0, 365 * DAY_MS),
                LOW,
                "How far the clock of a producer may run ahead. Lower it when all producers keep good time; an event"
                        + " from further ahead goes to the dead letters.");
        group.add(
                Keys.EARLIEST_TIMESTAMP,
                LONG,
                631_152_000_000L,
                Limit.atLeast(0),
                LOW,
                "The earliest acceptable time of an event, 1990 by default. Raise it to catch times that were sent in"
                        + " seconds, lower it to replay an older log.");
        group.add(
                Keys.DEAD_LETTER_MAX_BYTES,
                INT,
                2 << 20,
                Limit.between(1024, 64 << 20),
                LOW,
                "The longest original kept in a dead letter; a longer one is cut, and its headers say so. Raise it when"
                        + " your brokers accept larger events and you need them whole.");
    }

    private static void weights(Group group) {
        weight(
                group,
                InteractionType.BROWSE,
                1,
                "an event of seeing a product's page. Lower it when pages open by accident.");
        weight(group, InteractionType.CLICK, 1, "a click. Lower it when clicks are many and say little.");
        weight(group, InteractionType.FAVORITE, 3, "a favorite. Raise it when shoppers use favorites with care.");
        weight(group, InteractionType.CART, 3, "putting into the cart. Lower it when carts serve as notepads.");
        weight(group, InteractionType.PURCHASE, 5, "a purchase. Raise it when browsing is mostly idle.");
        weight(
                group,
                InteractionType.RATING,
                1,
                "one star of a rating. Raise it when ratings matter more than visits.");
        weight(
                group,
                InteractionType.DISLIKE,
                -1,
                "a dislike. Lower it further when a dislike should undo more than one visit.");
    }

    private static void weight(Group group, InteractionType type, double byDefault, String sentence) {
        group.add(weightKey(type), DOUBLE, byDefault, WEIGHT, MEDIUM, "The weight of " + sentence);
    }

    private static void vectors(Group group) {
        group.add(
                Keys.VECTOR_MAX_ITEMS,
                INT,
                200,
                Limit.between(1, 10_000),
                MEDIUM,
                "The most items that a user's vector keeps; beyond, the least recently touched one leaves. Raise it"
                        + " when your shoppers come back to items after a long time.");
        group.add(
                Keys.VECTOR_STEP,
                DOUBLE,
                0.8,
                new Limit("in (0, 1]", value -> (double) value > 0 && (double) value <= 1),
                HIGH,
                "The part of the interest in all other items that is left after one event. Lower it to follow the last"
                        + " clicks more closely; 1 makes all events count alike.");
        group.add(
                Keys.AFFINITY_HALF_LIFE,
                LONG,
                30 * DAY_MS,
                HALF_LIFE,
                HIGH,
                "The time after which half of a long-term affinity is left. Raise it when taste lasts, as for music;"
                        + " lower it when it does not, as for news.");
        group.add(
                Keys.INTEREST_HALF_LIFE,
                LONG,
                7 * DAY_MS,
                HALF_LIFE,
                MEDIUM,
                "The time after which half of the interest of the moment is left. Lower it when a new visit usually has"
                        + " a new purpose.");
        group.add(
                Keys.REMEMBERED_EVENTS,
                INT,
                16,
                Limit.between(0, 10_000),
                LOW,
                "How many ids of a user's last events are remembered so as to drop repeats; used under at_least_once"
                        + " only. Raise it when producers repeat long bursts.");
    }

    private static void matrix(Group group) {
        group.add(
                Keys.AUDIENCE,
                INT,
                100,
                COUNT,
                HIGH,
                "The most recent users of an item that are looked at when somebody touches it. Raise it for better"
                        + " neighbors, lower it for throughput.");
        group.add(
                Keys.COLUMN_CAPACITY,
                INT,
                1000,
                COUNT,
                HIGH,
                "The most recent users of an item that are remembered, at least matrix.audience. Lower it when the"
                        + " matrix takes too much memory.");
        group.add(
                Keys.POPULARITY_HALF_LIFE,
                LONG,
                7 * DAY_MS,
                HALF_LIFE,
                LOW,
                "The time after which a user counts half towards the popularity of an item. Lower it to follow trends"
                        + " faster.");
        group.add(
                Keys.TRENDING_HALF_LIFE,
                LONG,
                DAY_MS,
                HALF_LIFE,
                LOW,
                "The time after which a user counts half towards what is trending. Below a day, what is trending follows"
                        + " the hours of the day too. Lower it for news, raise it where few people come.");
    }

    private static void similarities(Group group) {
        group.add(
                Keys.MEASURE,
                STRING,
                "cosine",
                Limit.oneOf(lowerCase(Measure.values())),
                MEDIUM,
                "How two users are compared: by how strongly they are drawn to the same items (cosine), by which of the"
                        + " items that both have they prefer (pearson, for ratings), or by how many items both have"
                        + " (jaccard, where strengths mean little).");
        group.add(
                Keys.ROW_CAPACITY,
                INT,
                300,
                COUNT,
                MEDIUM,
                "The candidates for neighbors that are kept for a user, at least similarity.neighbors. Raise it for"
                        + " better neighbors, lower it for memory and speed.");
        group.add(
                Keys.NEIGHBORS,
                INT,
                100,
                COUNT,
                HIGH,
                "The most similar users that recommendations are drawn from. Raise it when lists end in fallbacks,"
                        + " lower it when they look like the bestsellers.");
        group.add(
                Keys.NEGLIGIBLE_INTEREST,
                DOUBLE,
                0.05,
                new Limit("in [0, 1)", value -> (double) value >= 0 && (double) value < 1),
                LOW,
                "Items whose interest is below this part of the strongest one do not count when users are compared."
                        + " Raise it for speed; 0 counts all.");
        group.add(
                Keys.ITEM_IDF,
                DOUBLE,
                1.0,
                FACTOR,
                MEDIUM,
                "How much more a rare item counts than a popular one when users are compared by cosine. Lower it where what is"
                        + " popular also tells people apart; 0 counts all items alike.");
        group.add(
                Keys.SHRINKAGE,
                DOUBLE,
                1.0,
                FACTOR,
                LOW,
                "How much similarities that rest on few shared items are reduced. Raise it when neighbors look"
                        + " accidental; 0 is the plain measure.");
    }

    private static void similarItems(Group group) {
        group.add(
                Keys.SIMILAR_ITEMS_NORMALIZATION,
                STRING,
                "conditional",
                Limit.oneOf(lowerCase(Normalization.values())),
                MEDIUM,
                "What the users that two items have in common are set in relation to: the users of the item at hand"
                        + " (conditional), or the norms of both audiences (cosine, for what goes with it and with little"
                        + " else).");
        group.add(
                Keys.SIMILAR_ITEMS_SHRINKAGE,
                DOUBLE,
                5.0,
                FACTOR,
                MEDIUM,
                "How much similarities of items that rest on few users are reduced. Raise it when similar items look"
                        + " accidental; 0 makes no difference.");
        group.add(
                Keys.SIMILAR_ITEMS_DISCOUNT,
                DOUBLE,
                0.5,
                Limit.between(0.0, 1.0),
                LOW,
                "With similar.items.normalization=conditional, how much popular items are held back: not at all with 0,"
                        + " by the whole number of their users with 1. Raise it when bestsellers go with everything.");
        group.add(
                Keys.SIMILAR_ITEMS_KEPT,
                INT,
                100,
                COUNT,
                LOW,
                "The most similar items of each item that scores are drawn from. Lower it for memory and speed.");
        group.add(
                Keys.SIMILAR_ITEMS_CACHED,
                INT,
                20_000,
                COUNT,
                LOW,
                "The most items whose similar items are remembered, each in some 12 bytes for every item kept. Raise it"
                        + " towards the number of items that are asked for, lower it for memory.");
        group.add(
                Keys.SIMILAR_ITEMS_STALENESS,
                DOUBLE,
                0.1,
                Limit.between(0.0, 1.0),
                MEDIUM,
                "The part of an item's audience, and of the whole matrix, that may change before the item's similar items"
                        + " are computed anew. Lower it for fresher ones, raise it for speed; 0 computes after every"
                        + " change.");
        group.add(
                Keys.SIMILAR_ITEMS_INTERVAL,
                LONG,
                0L,
                Limit.atLeast(0),
                MEDIUM,
                "How often all items are looked at, to publish to the topic similar-items what has changed; 0 publishes"
                        + " nothing. Set it, for example to 60000, for consumers who want the whole table.");
        group.add(
                Keys.SIMILAR_ITEMS_SIZE,
                INT,
                20,
                COUNT,
                LOW,
                "The most similar items of each item that are published. Lower it for fewer and smaller records.");
    }

    private static void recommendations(Group group) {
        group.add(
                Keys.RECOMMEND_SIZE,
                INT,
                20,
                Limit.between(1, 200),
                HIGH,
                "The length of a list. Change it to what your pages show, with some to spare for filters of your own.");
        group.add(
                Keys.RECOMMEND_EXCLUDE,
                LIST,
                "current,purchased,disliked",
                Limit.listOf(exclusions(), NO_EXCLUSION),
                MEDIUM,
                "Which of the user's own items are left out. Take out purchased where people buy the same again; put in"
                        + " seen to show only what is new to them.");
        group.add(
                Keys.PROXIMITY,
                DOUBLE,
                1.0,
                FACTOR,
                MEDIUM,
                "How fast a neighbor's vote fades for items that were touched long before or after what the neighbor"
                        + " shares with the user. Lower it where the order of events means little; 0 makes no"
                        + " difference.");
        group.add(
                Keys.RECENCY,
                DOUBLE,
                0.5,
                FACTOR,
                MEDIUM,
                "How fast a neighbor's vote fades when the user has gone on since what both share. Lower it where taste"
                        + " is steady; 0 makes no difference.");
        group.add(
                Keys.OWN_HISTORY,
                DOUBLE,
                0.3,
                FACTOR,
                MEDIUM,
                "How much the user's own history votes: as much as a neighbor of this similarity. Raise it where people"
                        + " return to what they looked at; 0 leaves it out. What recommend.exclude names is left out in"
                        + " any case.");
        group.add(
                Keys.RECENT_HALF_LIFE,
                LONG,
                14 * DAY_MS,
                HALF_LIFE,
                LOW,
                "The time after which a new arrival counts half, where a scenario gives a weight to recent. Lower it where"
                        + " much is new every day, raise it where little is.");
        group.add(
                Keys.RECOMMEND_REASONS,
                INT,
                3,
                Limit.between(0, 10),
                LOW,
                "The most reasons given for one item. Lower it to 0 when nobody reads them, to save bytes.");
        group.add(
                Keys.REFRESH_MIN_INTERVAL,
                LONG,
                0L,
                Limit.between(0, HOUR_MS),
                MEDIUM,
                "The least time between two refreshes of a user; of the events in between, the last one refreshes when"
                        + " it is over. Raise it to publish fewer lists; 0 refreshes at every event.");
        group.add(
                Keys.SCENARIOS_FILE,
                STRING,
                "",
                Limit.ANYTHING,
                MEDIUM,
                "The places of the shop where lists are shown, each with weights and rules of its own, as in"
                        + " config/scenarios.yaml; empty uses those examples for whoever asks, and publishes none. Set it to"
                        + " a copy that suits your shop; it is read again when it changes.");
    }

    private static Set<String> exclusions() {
        return new LinkedHashSet<>(List.of(lowerCase(Exclusion.values())));
    }

    private static String[] lowerCase(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
