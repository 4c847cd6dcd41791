package dev.kindred.text;

import dev.kindred.content.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A tokenizer that uses one of Lucene's analyzers. Thread safe. */
public final class LuceneTokenizer implements Tokenizer {

    private static final String ANY_FIELD = ""; // these analyzers treat all fields alike

    private final Analyzer analyzer;

    /** A tokenizer for texts in a language. */
    public LuceneTokenizer(Language language) {
        this.analyzer = language.newAnalyzer();
    }

    @Override
    public List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(ANY_FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading text from memory cannot fail", e);
        }
        return terms;
    }
}
