package dev.kindred.expression;

import dev.kindred.expression.Token.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a text, consumed one after the other. Not thread safe: one per text. */
final class Tokens {

    private static final int MAX_LENGTH = 2000;
    private static final double MOST_HOURS = 100 * 365 * 24;

    private static final Pattern TOKEN = Pattern.compile("(?<word>[A-Za-z_][A-Za-z_0-9-]*)"
            + "|(?<number>[0-9]+([.][0-9]+)?)"
            + "|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'"
            + "|(?<symbol><=|>=|!=|==|<>|&&|\\|\\||[-+*/<>=(),!])");

    private static final Map<String, Integer> HOURS =
            Map.of("h", 1, "hour", 1, "hours", 1, "d", 24, "day", 24, "days", 24, "w", 168, "week", 168, "weeks", 168);

    private final List<Token> tokens = new ArrayList<>();
    private int at; // tokens[at] is the next one; the last one is the end and is never consumed

    /** @throws ExpressionException if the text is too long or contains a character that no expression can have */
    Tokens(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException(
                    MAX_LENGTH + 1, "the expression is longer than " + MAX_LENGTH + " characters; make it several");
        }
        Matcher matcher = TOKEN.matcher(text);
        int from = afterBlanks(text, 0);
        while (from < text.length()) {
            if (!matcher.region(from, text.length()).lookingAt()) {
                throw unreadable(text, from);
            }
            tokens.add(token(matcher, from + 1));
            from = afterBlanks(text, matcher.end());
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static ExpressionException unreadable(String text, int at) {
        char character = text.charAt(at);
        return new ExpressionException(
                at + 1,
                character == '"' || character == '\''
                        ? "the text that begins here has no closing " + character
                        : "unexpected " + Character.toString(text.codePointAt(at))
                                + "; texts stand in \"...\" or '...'");
    }

    private static Token token(Matcher matcher, int position) {
        if (matcher.group("word") != null) {
            return new Token(Kind.WORD, matcher.group().toLowerCase(Locale.ROOT), position);
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group(), position);
        }
        if (matcher.group("symbol") != null) {
            return new Token(Kind.SYMBOL, matcher.group(), position);
        }
        return new Token(Kind.TEXT, matcher.group().substring(1, matcher.group().length() - 1), position);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token next = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return next;
    }

    /** Consumes the next token if it is this word or symbol. */
    boolean accept(String wordOrSymbol) {
        boolean accepted = peek().is(wordOrSymbol);
        if (accepted) {
            next();
        }
        return accepted;
    }

    /** Consumes a required word or symbol, one of these. */
    String oneOf(List<String> choices) {
        Token next = next();
        if (choices.stream().noneMatch(next::is)) {
            throw next.insteadOf(choices.size() == 1 ? choices.get(0) : "one of " + String.join(" ", choices));
        }
        return next.text();
    }

    double number() {
        Token next = next();
        if (next.kind() != Kind.NUMBER) {
            throw next.insteadOf("a number, such as 9.99");
        }
        double number = Double.parseDouble(next.text());
        if (Double.isInfinite(number)) {
            throw next.problem("the number is too great");
        }
        return number;
    }

    String text() {
        Token next = next();
        if (next.kind() != Kind.TEXT) {
            throw next.insteadOf("a text in quotes");
        }
        if (next.text().isBlank()) {
            throw next.problem("the text is empty; nothing is ever equal to it");
        }
        return next.text();
    }

    /** A text that equals one of these, ignoring case; returned in their spelling. */
    String text(List<String> choices) {
        Token next = next();
        return choices.stream()
                .filter(choice -> next.kind() == Kind.TEXT && choice.equalsIgnoreCase(next.text()))
                .findFirst()
                .orElseThrow(() -> next.insteadOf("one of \"" + String.join("\" \"", choices) + "\""));
    }

    /** One text, or several in parentheses. */
    List<String> texts() {
        return oneOrSeveral(this::text);
    }

    /** The same, each of them one of these. */
    List<String> texts(List<String> choices) {
        return oneOrSeveral(() -> text(choices));
    }

    private List<String> oneOrSeveral(Supplier<String> text) {
        if (!accept("(")) {
            return List.of(text.get());
        }
        List<String> texts = new ArrayList<>();
        do {
            texts.add(text.get());
        } while (accept(","));
        oneOf(List.of(")"));
        return texts;
    }

    /** A number of hours, days or weeks: {@code 30 d}. */
    Duration span() {
        Token first = peek();
        double number = number();
        Token unit = next();
        Integer hours = unit.kind() == Kind.WORD ? HOURS.get(unit.text()) : null;
        if (hours == null) {
            throw unit.insteadOf("one of the units h, d and w");
        }
        if (number * hours > MOST_HOURS) {
            throw first.problem("the time is longer than 100 years");
        }
        return Duration.ofMillis(Math.round(number * hours * 3_600_000));
    }

    void end() {
        if (peek().kind() != Kind.END) {
            throw peek().insteadOf("the end");
        }
    }
}
