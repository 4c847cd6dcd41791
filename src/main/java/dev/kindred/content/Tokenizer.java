package dev.kindred.content;

import java.util.List;

/** Makes terms out of text: where words begin and end, which ones say nothing, and which ones are the same. */
@FunctionalInterface
public interface Tokenizer {

    /**
     * The terms of a text, in its order; as often as they occur.
     *
     * @param text in natural language; may be empty
     * @return terms that are not empty
     */
    List<String> terms(String text);
}
