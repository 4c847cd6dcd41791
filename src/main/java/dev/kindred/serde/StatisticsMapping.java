package dev.kindred.serde;

import dev.kindred.ranking.StatisticsKey;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.serde.avro.RankerStatisticsValue;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;

/** Maps what lists have learned to and from Avro. */
final class StatisticsMapping {

    private StatisticsMapping() {}

    static SpecificRecord toAvro(StatisticsRow row) {
        StatisticsKey key = row.key();
        return new RankerStatisticsValue(
                key.kind().word(),
                key.list(),
                key.basis(),
                key.halfLifeMs(),
                key.period(),
                row.partition(),
                Arrays.stream(row.sums()).boxed().toList());
    }

    static StatisticsRow fromAvro(RankerStatisticsValue value) {
        return new StatisticsRow(
                new StatisticsKey(
                        StatisticsKey.Kind.of(value.getKind()),
                        value.getList(),
                        value.getBasis(),
                        value.getHalfLifeMs(),
                        value.getPeriod()),
                value.getPartition(),
                value.getSums().stream().mapToLong(Long::longValue).toArray());
    }
}
