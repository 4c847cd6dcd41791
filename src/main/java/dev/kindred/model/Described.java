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

    /** Returns the greatest length of a list, which must not be empty then; 0 for no limit. */
    int maxItems() default 0;

    /** Returns fields that are required in every element of this list, but optional elsewhere. */
    String[] each() default {};

    /** Returns the regular expression (ECMA-262) of valid texts, or of the texts of a list; empty if all are valid. */
    String pattern() default "";

    /** Ids that may be asked for: texts without control characters. */
    String ID = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$";

    /** Ids of new records: besides, no blanks at their ends. */
    String NEW_ID = "^(?![\\s\\u00a0])[^\\u0000-\\u001f\\u007f-\\u009f]+(?<![\\s\\u00a0])$";

    /** Names of scenarios and segments, see {@link Ids#checkName}. */
    String NAME = "^[a-z0-9-]{1,64}$";
}
