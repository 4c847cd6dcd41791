package dev.kindred.text;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * The language of the catalog. All but the first two remove stop words and reduce the other words to stems. One line
 * here adds another of Lucene's languages.
 */
public enum Language {
    /** Any language: words by Unicode's rules, in lower case, with stop words. */
    STANDARD(StandardAnalyzer::new),
    /** Chinese, Japanese, Korean: pairs of adjacent characters. Words in Latin letters stay whole. */
    CJK(CJKAnalyzer::new),
    DUTCH(DutchAnalyzer::new),
    ENGLISH(EnglishAnalyzer::new),
    FRENCH(FrenchAnalyzer::new),
    GERMAN(GermanAnalyzer::new),
    ITALIAN(ItalianAnalyzer::new),
    PORTUGUESE(PortugueseAnalyzer::new),
    SPANISH(SpanishAnalyzer::new);

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor holds nothing
    private final Supplier<Analyzer> analyzer;

    Language(Supplier<Analyzer> analyzer) {
        this.analyzer = analyzer;
    }

    Analyzer newAnalyzer() {
        return analyzer.get();
    }
}
