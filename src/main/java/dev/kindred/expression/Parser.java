package dev.kindred.expression;

import dev.kindred.expression.Token.Kind;
import dev.kindred.math.Spelling;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads expressions, by recursive descent:
 *
 * <pre>
 * expression = term { "and" term } | term { "or" term }
 * term       = "not" term | "(" expression ")" | field comparison
 * </pre>
 *
 * "and" and "or" have no precedence: an expression that mixes them needs parentheses. Nesting is limited, so that no
 * text
 * can exhaust the stack.
 */
final class Parser<T> {

    private static final int MAX_DEPTH = 50;

    private final Map<String, Fields.Field<T>> fields;
    private final Tokens tokens;

    /** A parser of one text.
     *
     * @param fields the fields by name
     */
    Parser(Map<String, Fields.Field<T>> fields, String text) {
        this.fields = fields;
        this.tokens = new Tokens(text);
    }

    /** @throws ExpressionException if the text is not an expression */
    Expression<T> parse() {
        Expression<T> whole = expression(0);
        tokens.end();
        return whole;
    }

    private Expression<T> expression(int depth) {
        Expression<T> whole = term(depth);
        if (tokens.peek().is("and")) {
            while (tokens.accept("and")) {
                whole = whole.and(term(depth));
            }
            refuseMixture("or");
        } else if (tokens.peek().is("or")) {
            while (tokens.accept("or")) {
                whole = whole.or(term(depth));
            }
            refuseMixture("and");
        }
        return whole;
    }

    private void refuseMixture(String other) {
        if (tokens.peek().is(other)) {
            throw tokens.peek().problem("\"and\" meets \"or\"; put parentheses around what belongs together");
        }
    }

    private Expression<T> term(int depth) {
        if (depth > MAX_DEPTH) {
            throw tokens.peek().problem("nested deeper than " + MAX_DEPTH + " times");
        }
        if (tokens.accept("not")) {
            return term(depth + 1).negated();
        }
        if (tokens.accept("(")) {
            Expression<T> inner = expression(depth + 1);
            if (!tokens.accept(")")) {
                throw tokens.peek().insteadOf("\"and\", \"or\" or )");
            }
            return inner;
        }
        return Expression.comparison(field().comparison(tokens));
    }

    private Fields.Field<T> field() {
        Token name = tokens.next();
        Fields.Field<T> field = name.kind() == Kind.WORD ? fields.get(name.text()) : null;
        if (field != null) {
            return field;
        }
        String known = String.join(" ", new TreeSet<>(fields.keySet()));
        if (name.kind() != Kind.WORD) {
            throw name.insteadOf("one of " + known);
        }
        throw name.problem("there is no " + name + "; "
                + Spelling.nearest(name.text(), fields.keySet())
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("there is " + known));
    }
}
