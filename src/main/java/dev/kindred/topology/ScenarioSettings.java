package dev.kindred.topology;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.Tokenizer;
import dev.kindred.math.Decay;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.SimilarItemsSettings;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the lists of scenarios go by, beside what the list of every user goes by.
 *
 * @param similarItems how similar items are found
 * @param content how items are found by what they are about
 * @param recent how new arrivals get old
 * @param tokenizer for their titles and descriptions
 * @param published the scenarios whose lists are published, as of now; safe for many threads, and asked at every event
 */
public record ScenarioSettings(
        SimilarItemsSettings similarItems,
        ContentSettings content,
        Decay recent,
        Tokenizer tokenizer,
        Supplier<List<Scenario>> published) {}
