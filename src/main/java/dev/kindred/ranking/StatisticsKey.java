package dev.kindred.ranking;

import java.util.Locale;

/**
 * The subject of some sums.
 *
 * @param list the list, as {@code scenario} or {@code scenario/variant}
 * @param basis the meaning of the sums, such as the version of the features: those of another basis mean something else
 * @param halfLifeMs the half-life, which gives periods their length
 * @param period the number of the period, from 1970 on
 */
public record StatisticsKey(Kind kind, String list, String basis, long halfLifeMs, long period) {

    /** The model that the sums are for. */
    public enum Kind {
        /** The model of a {@linkplain LinearRanker ranker}. */
        RANKER,
        /** The weights of strategies. */
        WEIGHTS;

        /** The word in keys and records. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The key of the same in another period. */
    public StatisticsKey in(long otherPeriod) {
        return new StatisticsKey(kind, list, basis, halfLifeMs, otherPeriod);
    }

    /** The beginning of the texts of all periods. */
    public String prefix() {
        return kind.word() + "|" + list + "|" + basis + "|" + halfLifeMs + "|";
    }

    /** The parts, separated by bars. */
    public String text() {
        return prefix() + period;
    }

    /** The key of the record that carries the sums of a partition. */
    public String recordKey(int partition) {
        return text() + "|" + partition;
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static StatisticsKey parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("a key of statistics must have 5 parts, got " + text);
        }
        return new StatisticsKey(
                Kind.of(parts[0]), parts[1], parts[2], Long.parseLong(parts[3]), Long.parseLong(parts[4]));
    }
}
