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
 * What the catalog is written in. All but the first two leave out the words that say nothing and reduce the others to
 * their stems. Another language of Lucene's takes one line here.
 */
public enum Language {
    /** Any: words by Unicode's rules, in lower case, none left out. */
    STANDARD(StandardAnalyzer::new),
    /** Chinese, Japanese, Korean: pairs of neighboring characters; words in Latin letters stay whole. */
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
