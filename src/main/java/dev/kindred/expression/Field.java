package dev.kindred.expression;

/** Something that can be asked of a subject, and how: each kind of field has its own comparisons. */
interface Field<T> {

    /**
     * Reads the rest of a comparison.
     *
     * @param tokens from behind the name of the field
     * @throws ExpressionException if what follows is no comparison of this field
     */
    Condition<T> comparison(Tokens tokens);
}
