package dev.kindred.serde;

import dev.kindred.model.Affinity;
import dev.kindred.serde.avro.AffinityValue;
import org.apache.avro.specific.SpecificRecord;

/** Cells of the matrix between the domain and Avro. */
final class AffinityMapping {

    private AffinityMapping() {}

    static SpecificRecord toAvro(Affinity affinity) {
        AffinityValue value = new AffinityValue();
        value.setAffinity(affinity.affinity());
        value.setTouchedMs(affinity.touchedMs());
        value.setTypes(affinity.types());
        return value;
    }

    static Affinity fromAvro(AffinityValue value) {
        return new Affinity(value.getAffinity(), value.getTouchedMs(), value.getTypes());
    }
}
