package dev.kindred.content;

import java.util.List;

/** Splits text into terms: finds words, removes stop words and reduces words to stems. */
@FunctionalInterface
public interface Tokenizer {

    /**
     * The terms of a text, in their order, with repetitions.
     *
     * @param text in natural language; may be empty
     * @return terms that are not empty
     */
    List<String> terms(String text);
}
