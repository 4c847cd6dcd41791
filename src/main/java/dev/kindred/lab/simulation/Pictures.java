package dev.kindred.lab.simulation;

import dev.kindred.model.Item;
import java.util.Map;

/** Draws the items of the simulated shop, as SVG of less than a kilobyte: their category in their color. */
public final class Pictures {

    /** The media type of a drawing. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    private static final Map<String, String> COLORS = Map.of(
            "black", "#374151",
            "white", "#e5e7eb",
            "gray", "#9ca3af",
            "blue", "#3b82f6",
            "green", "#22a06b",
            "red", "#e5484d",
            "yellow", "#f2b705",
            "brown", "#9a6b43");

    /** Shapes on a square of 100; FILL is the color of the item, LINE a darker one, and SOFT a lighter one. */
    private static final Map<String, String> SHAPES = Map.ofEntries(
            shape("tents", "M50 22 88 78H12Z", "M50 42 62 78H38Z"),
            shape("backpacks", "M30 36q0-18 20-18t20 18v42q0 6-6 6H36q-6 0-6-6Z", "M36 54h28v18H36Z"),
            shape("boots", "M32 20h24v32q20 2 28 16v12H32Z", "M32 72h52v8H32Z"),
            shape(
                    "bicycles",
                    "M28 48a18 18 0 1 0 .1 0ZM72 48a18 18 0 1 0 .1 0ZM28 64 42 36h20l10 30M42 36h-8M62 36l4-8h8",
                    "M28 58a8 8 0 1 0 .1 0ZM72 58a8 8 0 1 0 .1 0Z"),
            shape("guitars", "M66 14l8 8-22 24q10 16-2 28-14 14-28 0-10-12 2-24 8-8 20-4Z", "M40 58a8 8 0 1 0 .1 0Z"),
            shape(
                    "headphones",
                    "M18 58q0-38 32-38t32 38v22H68V56h6q-2-26-24-26T26 56h6v24H18Z",
                    "M22 58h10v22H22ZM68 58h10v22H68Z"),
            shape("records", "M50 14a36 36 0 1 0 .1 0Z", "M50 38a12 12 0 1 0 .1 0Z"),
            shape("speakers", "M30 14h40v72H30Z", "M50 44a15 15 0 1 0 .1 0ZM50 20a7 7 0 1 0 .1 0Z"),
            shape("shoes", "M14 44q12 8 22-4l24 18q24 2 26 18v4H14Z", "M14 74h72v6H14Z"),
            shape("jackets", "M36 18h28l20 14-8 20-8-4v36H32V48l-8 4-8-20Z", "M48 20h4v64h-4Z"),
            shape("dresses", "M38 16l12 8 12-8 2 28 16 40H20l16-40Z", "M36 44h28v5H36Z"),
            shape(
                    "watches",
                    "M38 10h24l4 20a26 26 0 0 1 0 40l-4 20H38l-4-20a26 26 0 0 1 0-40Z",
                    "M50 34a16 16 0 1 0 .1 0Z"),
            shape("pans", "M40 32a26 26 0 1 0 .1 0ZM60 44l30-22 4 8-30 22Z", "M40 42a16 16 0 1 0 .1 0Z"),
            shape("knives", "M16 66q30-40 62-48l6 6-52 52Z", "M16 66l18-10 8 8-12 14Z"),
            shape("coffee", "M22 34h46v12h8q10 0 10 10t-10 10h-8q-2 18-23 18T22 64Z", "M22 34h46v9H22Z"),
            shape("teapots", "M26 40h44v6l16-8-6 24q-4 20-32 20T20 62H12V46h10Z", "M40 28h16v12H40Z"),
            shape(
                    "toys",
                    "M26 26a10 10 0 1 0 .1 0ZM74 26a10 10 0 1 0 .1 0ZM50 26a28 28 0 1 0 .1 0Z",
                    "M50 52a12 10 0 1 0 .1 0Z"),
            shape("puzzles", "M18 32h22a11 11 0 1 1 20 0h22v50H60a11 11 0 1 0-20 0H18Z", "M18 54h64v4H18Z"),
            shape("books", "M24 16h50v68H24Z", "M24 16h10v68H24ZM42 30h24v6H42Z"),
            shape("games", "M18 18h64v64H18Z", "M34 28a6 6 0 1 0 .1 0ZM66 60a6 6 0 1 0 .1 0ZM50 44a6 6 0 1 0 .1 0Z"),
            shape("phones", "M32 10h36q4 0 4 4v72q0 4-4 4H32q-4 0-4-4V14q0-4 4-4Z", "M34 20h32v54H34Z"),
            shape("laptops", "M24 24h52v40H24ZM12 68h76l-6 10H18Z", "M30 30h40v28H30Z"),
            shape("cameras", "M14 34h18l6-10h24l6 10h18v46H14Z", "M50 42a15 15 0 1 0 .1 0Z"),
            shape(
                    "keyboards",
                    "M10 36h80v32H10Z",
                    "M18 42h8v6h-8ZM32 42h8v6h-8ZM46 42h8v6h-8ZM60 42h8v6h-8ZM74 42h8v6h-8ZM26 56h48v6H26Z"),
            shape("lamps", "M36 16h28l14 30H22Z", "M47 46h6v30h16v8H31v-8h16Z"),
            shape("sofas", "M22 36h56v18h10v24H12V54h10Z", "M24 58h52v10H24Z"),
            shape("rugs", "M16 28h68v44H16Z", "M28 40h44v20H28Z"),
            shape("plants", "M50 60Q20 56 22 20q28 4 28 40 0-36 28-40 2 36-28 40Z", "M34 60h32l-5 26H39Z"));

    private Pictures() {}

    private static Map.Entry<String, String> shape(String category, String body, String detail) {
        boolean isOfLines = category.equals("bicycles");
        String first = isOfLines
                ? "<path d='" + body + "' fill='none' stroke='FILL' stroke-width='5' stroke-linejoin='round'/>"
                : "<path d='" + body + "' fill='FILL' stroke='LINE' stroke-width='2' stroke-linejoin='round'/>";
        return Map.entry(category, first + "<path d='" + detail + "' fill='DETAIL'/>");
    }

    /** The name of an item's picture; items that look alike share it. */
    public static String nameOf(Item item) {
        return category(item) + "-" + item.attributes().getOrDefault("color", "gray") + ".svg";
    }

    private static String category(Item item) {
        int end = item.itemId().lastIndexOf('-');
        return end < 0 ? item.itemId() : item.itemId().substring(0, end);
    }

    /** The drawing of a name, with a plain square for an unknown category. */
    public static String draw(String name) {
        String[] words = name.replace(".svg", "").split("-", 2);
        String fill = COLORS.getOrDefault(words.length < 2 ? "" : words[1], "#9ca3af");
        boolean isPale = name.contains("-white"); // on a darker ground
        String shape = SHAPES.getOrDefault(words[0], "<path d='M25 25h50v50H25Z' fill='FILL'/>");
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-15 -15 130 130'>"
                + "<rect x='-15' y='-15' width='130' height='130' fill='#fff'/>"
                + "<rect x='-15' y='-15' width='130' height='130' fill='" + (isPale ? "#64748b" : fill)
                + "' fill-opacity='" + (isPale ? ".3" : ".14") + "'/>"
                + "<ellipse cx='50' cy='92' rx='38' ry='5' fill='#000' fill-opacity='.1'/>"
                + shape.replace("FILL", fill).replace("LINE", "#00000033").replace("DETAIL", "#ffffffb3")
                + "</svg>";
    }
}
