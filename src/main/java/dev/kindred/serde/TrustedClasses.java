package dev.kindred.serde;

import dev.kindred.serde.avro.InteractionEvent;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro create our generated classes. Schemas come from outside and name classes, so Avro creates only trusted
 * ones. The list of trusted classes is global to the process; this class adds to it.
 */
final class TrustedClasses {

    private static final String GENERATED = InteractionEvent.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> GENERATED.equals(type.getPackageName())));
    }

    private TrustedClasses() {}

    /** Takes effect on the first call. */
    static void allow() {
        // the static initializer has done it
    }
}
