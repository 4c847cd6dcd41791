package dev.kindred.logs;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text out of HTML. Shops export titles and descriptions with tags and entities, which are no words.
 *
 * <p>A text without tags and entities stays as it is. Only tags that HTML has are markup: {@code Cable <2 m} and
 * {@code Size <M>} are text.
 *
 * <p>Some exports lose the punctuation of entities. No text has the word {@code nbsp}, so where it stands, it and the
 * names of other entities are taken out.
 */
final class PlainText {

    private static final Pattern TAG = Pattern.compile("<(?:/?([A-Za-z][A-Za-z0-9]*)\\b[^<>]*>|!--)");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");
    private static final Pattern BARE_SPACE = Pattern.compile("\\bnbsp\\b");
    private static final Pattern BARE_ENTITY = Pattern.compile("\\s*\\b(nbsp|amp|quot|lt|gt)\\b");
    private static final int PASSES = 2; // feeds escape HTML, which has entities itself

    private PlainText() {}

    static String of(String text) {
        String plain = text;
        for (int i = 0; i < PASSES && (hasTag(plain) || ENTITY.matcher(plain).find()); i++) {
            plain = hasTag(plain)
                    ? Jsoup.parseBodyFragment(withoutOtherTags(plain)).text()
                    : Parser.unescapeEntities(plain, false)
                            .replace('\u00a0', ' ')
                            .strip();
        }
        return BARE_SPACE.matcher(plain).find()
                ? BARE_ENTITY.matcher(plain).replaceAll("").strip()
                : plain;
    }

    private static boolean hasTag(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).results().anyMatch(tag -> isMarkup(tag.group(1)));
    }

    /** @param name null in a comment */
    private static boolean isMarkup(@Nullable String name) {
        return name == null || Tag.isKnownTag(name.toLowerCase(Locale.ROOT));
    }

    /** Escapes what looks like a tag to a parser of HTML, but is none. */
    private static String withoutOtherTags(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            if (isMarkup(tag.group(1))) {
                escaped.append(escaped(text.substring(from, tag.start()))).append(tag.group());
                from = tag.end();
            }
        }
        return escaped.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }
}
