package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.config.scenarios.ScenarioModels;
import dev.kindred.config.segments.SegmentFile;
import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.experiment.LiveShares;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.profile.Segments;
import dev.kindred.query.Health.RuleFile;
import dev.kindred.ranking.RankerFallback;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The scenarios and the segments in force, which follow their files, and the files that an instance was started with. */
final class Rules {

    private final Instant started = Instant.now();
    private final Optional<Path> configuration;
    private final Optional<ReloadableFile<Scenarios>> scenarioFile;
    private final Optional<ReloadableFile<Segments>> segmentFile;
    private final Supplier<Scenarios> scenarios;
    private volatile Consumer<RankerFallback> fallbacks = reason -> {};
    private final ScenarioModels models = new ScenarioModels(reason -> fallbacks.accept(reason));
    private volatile OutcomeCounts outcomes = OutcomeCounts.NONE;
    private final LiveShares shares;
    private volatile Followed followed;

    /** Scenarios as they were read, and the same with the shares that follow outcomes. */
    private record Followed(Scenarios read, Scenarios following) {}

    private Rules(KindredConfig config) {
        Scenario builtIn = config.modelSettings().recommend().defaultScenario();
        this.shares = new LiveShares(scenario -> outcomes.of(scenario), config.sharesInterval());
        this.configuration = config.file();
        this.scenarioFile = config.scenariosFile()
                .map(file -> ScenarioFile.reloadable(
                        file, builtIn, config.learningSettings().enabled(), models));
        this.segmentFile = config.segmentsFile().map(SegmentFile::reloadable);
        Supplier<Scenarios> read = scenarioFile
                .<Supplier<Scenarios>>map(file -> file::latest)
                .orElseGet(() -> ScenarioFile.bundled(builtIn));
        this.followed = follow(read.get());
        this.scenarios = () -> following(read.get());
    }

    private Followed follow(Scenarios read) {
        return new Followed(read, read.following(shares));
    }

    @SuppressWarnings("ReferenceEquality") // a file that was read again has another object
    private Scenarios following(Scenarios read) {
        Followed known = followed;
        if (known.read() != read) {
            known = follow(read);
            followed = known;
        }
        return known.following();
    }

    /** Lets the shares of experiments follow outcomes from now on. */
    void follow(OutcomeCounts counts) {
        outcomes = counts;
    }

    /** Tells from now on why a list kept the order of its blend. */
    void tellFallbacks(Consumer<RankerFallback> observer) {
        fallbacks = observer;
    }

    /** @throws org.apache.kafka.common.config.ConfigException if a configured file is invalid */
    static Rules of(KindredConfig config) {
        return new Rules(config);
    }

    Supplier<Scenarios> scenarios() {
        return scenarios;
    }

    /** The text of the present file of scenarios, or of the examples without one. */
    String scenarioText() {
        return scenarioFile
                .map(file -> {
                    try {
                        return Files.readString(file.reading().file());
                    } catch (IOException e) {
                        return "# " + file.reading().file() + " cannot be read: " + e.getMessage() + "\n";
                    }
                })
                .orElseGet(ScenarioFile::exampleText);
    }

    Supplier<Segments> segments() {
        return segmentFile.<Supplier<Segments>>map(file -> file::latest).orElse(() -> Segments.NONE);
    }

    /** Reads the files that have changed, so that a mistake is told before somebody asks for a list. */
    void refresh() {
        scenarioFile.ifPresent(ReloadableFile::refresh);
        segmentFile.ifPresent(ReloadableFile::refresh);
    }

    /** The files in force. */
    List<RuleFile> files() {
        return List.of(
                new RuleFile("configuration", configuration, started, Optional.empty()),
                file("scenarios", scenarioFile),
                file("segments", segmentFile));
    }

    private RuleFile file(String name, Optional<? extends ReloadableFile<?>> file) {
        return file.map(ReloadableFile::reading)
                .map(reading -> new RuleFile(name, Optional.of(reading.file()), reading.loaded(), reading.error()))
                .orElseGet(() -> new RuleFile(name, Optional.empty(), started, Optional.empty()));
    }
}
