package dev.kindred.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The description of a field of a body or an answer in the OpenAPI document. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {
    /** Returns the description, one sentence. */
    String value();

    /** Returns the greatest length of a list; 0 for no limit. */
    int maxItems() default 0;

    /** Returns fields that are required in every element of this list, but optional elsewhere. */
    String[] each() default {};
}
