package dev.kindred.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the HTTP interface says of a component of a record. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {
    /** Returns a sentence. */
    String value();

    /** Returns the most elements of a list; 0 for any number. */
    int maxItems() default 0;

    /** Returns fields that every element of a list must have, though elsewhere they may be absent. */
    String[] each() default {};
}
