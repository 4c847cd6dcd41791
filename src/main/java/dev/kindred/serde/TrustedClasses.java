package dev.kindred.serde;

import dev.kindred.serde.avro.InteractionEvent;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro create our generated classes. Since a schema names classes, and schemas come from outside, Avro creates only those
 * that a program says it trusts; its own way to say so is global to the process, so what was trusted before stays so.
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
        // loading this class has done it, once
    }
}
