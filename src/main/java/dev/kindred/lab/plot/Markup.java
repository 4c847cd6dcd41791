package dev.kindred.lab.plot;

/** Text inside of XML and HTML. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
