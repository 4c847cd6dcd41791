package dev.kindred.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import dev.kindred.query.MemberPage.Member;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.topology.Placement;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Law: the pages of a segment, one after the other, are its members, each once and in order, however they are cut. */
final class MemberWalkTest {

    private static final VectorSettings VECTORS =
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 1000, 0);
    private static final Segment BUYERS = new Segment("buyers", ProfileFilter.parse("purchased >= 3"));

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Profiler profiler = new Profiler(
            new ProfileSettings(Decay.NONE, 5, Duration.ofDays(30), Duration.ofDays(90)),
            new Catalog(dictionary),
            new TermIndex(new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0), List::of, dictionary),
            () -> Segments.NONE,
            Clock.systemUTC());

    private PartitionedVectors vectors(List<Interaction> events, int partitions) {
        PartitionedVectors vectors = new PartitionedVectors(VECTORS, dictionary, partitions);
        events.forEach(vectors::learn);
        return vectors;
    }

    /** All pages, of random lengths. */
    private List<MemberPage> walk(Vectors vectors, RandomGenerator random) {
        List<MemberPage> pages = new ArrayList<>();
        Optional<MemberCursor> next = Optional.of(MemberCursor.START);
        while (next.isPresent()) {
            MemberWalk walk = new MemberWalk(profiler, random.nextInt(1, 60));
            MemberCursor from = MemberCursor.parse(next.get().text());
            MemberPage page = walk.page(vectors, BUYERS, from, random.nextInt(1, 6));
            pages.add(page);
            next = page.next();
        }
        return pages;
    }

    private static List<String> members(List<MemberPage> pages) {
        return pages.stream()
                .flatMap(page -> page.members().stream())
                .map(Member::userId)
                .toList();
    }

    private static List<String> buyers(List<Interaction> events, int partitions) {
        Placement placement = new Placement(partitions);
        return Streams.buyers(events, 3).stream()
                .sorted(Comparator.<String>comparingInt(placement::partitionOf)
                        .thenComparing(user -> user.getBytes(UTF_8), Arrays::compareUnsigned))
                .toList();
    }

    @RandomTest
    void pagesAreTheMembersInOrder(RandomGenerator random) {
        int partitions = random.nextInt(1, 6);
        List<Interaction> events = Streams.ofStrangers(random, Streams.random(random, 1500, 60, 40));
        int users = (int) events.stream().map(Interaction::userId).distinct().count();

        List<MemberPage> pages = walk(vectors(events, partitions), random);

        assertThat(members(pages)).isEqualTo(buyers(events, partitions)).hasSizeBetween(1, users - 1);
        assertThat(pages.stream().mapToInt(MemberPage::examined).sum()).isEqualTo(users);
        assertThat(pages)
                .extracting(MemberPage::progress)
                .isSorted()
                .allSatisfy(progress -> assertThat(progress).isBetween(0.0, 1.0))
                .last()
                .isEqualTo(1.0);
    }

    @RandomTest
    void aMemberThroughoutAppearsOnceWhileOthersChange(RandomGenerator random) {
        List<Interaction> events = Streams.ofStrangers(random, Streams.random(random, 900, 40, 40));
        List<Interaction> before = events.subList(0, 700);
        PartitionedVectors vectors = vectors(before, 2);
        List<String> found = new ArrayList<>();
        MemberWalk walk = new MemberWalk(profiler, 10);

        int learned = 700;
        Optional<MemberCursor> next = Optional.of(MemberCursor.START);
        while (next.isPresent()) {
            MemberPage page = walk.page(vectors, BUYERS, next.get(), 2);
            found.addAll(members(List.of(page)));
            next = page.next();
            if (learned < events.size()) {
                vectors.learn(events.get(learned++));
            }
        }

        assertThat(found).doesNotHaveDuplicates().containsAll(buyers(before, 2)); // who has bought stays a buyer
    }

    @Test
    void examinesSomebodyOnEveryPage() {
        List<Interaction> events = List.of(Streams.click("ada", "tea", 0), Streams.click("bob", "tea", 0));
        MemberWalk walk = new MemberWalk(profiler, 1);

        MemberPage first = walk.page(vectors(events, 1), BUYERS, MemberCursor.START, 10);

        assertThat(first.members()).isEmpty();
        assertThat(first.examined()).isEqualTo(1);
        assertThat(first.progress()).isEqualTo(0.5); // a header and a cell of two each
        assertThat(first.next()).contains(new MemberCursor(0, 2, "ada"));
    }

    @Test
    void refusesAPartitionThatThereIsNot() {
        MemberWalk walk = new MemberWalk(profiler, 10);

        assertThatThrownBy(() -> walk.page(vectors(List.of(), 2), BUYERS, MemberCursor.ofPartition(2), 1))
                .isInstanceOf(QueryException.InvalidCursor.class);
    }
}
