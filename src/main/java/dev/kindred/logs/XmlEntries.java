package dev.kindred.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.logs.LineSource.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The items of a feed in XML: RSS, Atom, or elements {@code product}. Each is returned as a JSON object, the texts of
 * its elements in lists by their names, as the line where it begins. The name of an element within another one is
 * preceded by the other name and a point, so that the price of a shipment is no price of the item.
 *
 * <p>The file is read as a stream. It cannot make the reader open another file or an address, and entities of its own
 * are not resolved.
 */
final class XmlEntries {

    private static final Set<String> ENTRIES = Set.of("item", "entry", "product");
    private static final String GOOGLE = "base.google.com";
    private static final int MAX_CHARACTERS = 1 << 22; // of an entry

    private final XMLStreamReader xml;
    private boolean isFound;
    private boolean atEnd;

    /** Reads UTF-8 that was converted, or bytes in the encoding that the file declares. */
    XmlEntries(InputStream in) throws IOException {
        try {
            this.xml = in instanceof FromUtf16
                    ? factory().createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    : factory().createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw new IOException("is not XML: " + oneLine(e), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false); // they are HTML's, if anything
        factory.setXMLResolver((publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** The next item, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        try {
            while (!atEnd && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && ENTRIES.contains(name())) {
                    isFound = true;
                    return entry(xml.getLocation().getLineNumber());
                }
            }
        } catch (XMLStreamException e) {
            atEnd = true;
            return problem("line is not XML, so the rest of the file cannot be read: " + oneLine(e));
        }
        boolean isEmpty = !atEnd && !isFound;
        atEnd = true;
        return isEmpty ? problem("file has no element item, entry or product") : null;
    }

    private Line problem(String problem) {
        return new Line(Math.max(1, xml.getLocation().getLineNumber()), "", problem);
    }

    private static String oneLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return RejectedLineException.shown(message.replaceFirst("(?s).*Message: ", ""));
    }

    private String name() {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    /** An element whose texts are read. */
    private record Open(String path, boolean isGoogle, StringBuilder text) {}

    private Line entry(long number) throws XMLStreamException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, List<String>> ofGoogle = new LinkedHashMap<>(); // Atom has an id of its own
        Deque<Open> open = new ArrayDeque<>();
        long characters = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                open.push(opened(open.peek()));
                characters += open.element().path().length();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (depth > 0) {
                    close(open.pop(), texts, ofGoogle);
                }
            } else if (!open.isEmpty()) {
                String text = text(event);
                characters += text.length();
                if (characters <= MAX_CHARACTERS) {
                    open.element().text().append(text);
                }
            }
        }
        texts.putAll(ofGoogle);
        return characters <= MAX_CHARACTERS
                ? new Line(number, json(texts).toString(), null)
                : new Line(number, "", "line begins an item of more than " + MAX_CHARACTERS + " characters");
    }

    /** Feeds use entities of HTML, which XML does not know: they stay as they are. */
    private String text(int event) {
        return switch (event) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> xml.getText();
            case XMLStreamConstants.ENTITY_REFERENCE -> "&" + xml.getLocalName() + ";";
            default -> "";
        };
    }

    private Open opened(@Nullable Open parent) {
        String path = parent == null ? name() : parent.path() + "." + name();
        String namespace = String.valueOf(xml.getNamespaceURI());
        Open opened = new Open(path, namespace.contains(GOOGLE), new StringBuilder());
        String link = xml.getAttributeValue(null, "href"); // in Atom
        return link == null ? opened : new Open(path, opened.isGoogle(), new StringBuilder(link));
    }

    private static void close(Open element, Map<String, List<String>> texts, Map<String, List<String>> ofGoogle) {
        String text = element.text().toString().strip();
        if (!text.isEmpty()) {
            (element.isGoogle() ? ofGoogle : texts)
                    .computeIfAbsent(element.path(), path -> new ArrayList<>())
                    .add(text);
        }
    }

    private static ObjectNode json(Map<String, List<String>> texts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, values) -> values.forEach(json.putArray(name)::add));
        return json;
    }
}
