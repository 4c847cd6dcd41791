package dev.kindred.serde;

import dev.kindred.model.Affinity;
import dev.kindred.serde.avro.AffinityValue;
import org.apache.avro.specific.SpecificRecord;

/** Maps cells of the matrix to and from Avro. */
final class AffinityMapping {

    private AffinityMapping() {}

    static SpecificRecord toAvro(Affinity affinity) {
        return new AffinityValue(affinity.affinity(), affinity.touchedMs(), affinity.types());
    }

    static Affinity fromAvro(AffinityValue value) {
        return new Affinity(value.getAffinity(), value.getTouchedMs(), value.getTypes());
    }
}
