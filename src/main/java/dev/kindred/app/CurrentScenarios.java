package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ReloadableScenarios;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scenarios as of now: those of the configured file, which is looked at every few seconds when somebody asks, or the
 * examples of this program, whose lists can be asked for and are not published. Safe for many threads.
 */
final class CurrentScenarios implements Supplier<Scenarios> {

    private final Optional<ReloadableScenarios> file;
    private final Scenarios examples = ScenarioFile.examples();
    private volatile Published published;

    /** What is to be published of some scenarios. */
    private record Published(Scenarios of, List<Scenario> scenarios) {}

    private CurrentScenarios(Optional<ReloadableScenarios> file) {
        this.file = file;
        this.published = new Published(examples, List.of());
    }

    /** @throws org.apache.kafka.common.config.ConfigException if the configured file is wrong */
    static CurrentScenarios of(KindredConfig config) {
        return new CurrentScenarios(config.scenariosFile().map(ReloadableScenarios::new));
    }

    @Override
    public Scenarios get() {
        return file.map(ReloadableScenarios::latest).orElse(examples);
    }

    /** Those whose lists are published. */
    List<Scenario> published() {
        Scenarios now = get();
        Published known = published;
        if (known.of() != now) {
            known = new Published(
                    now, now.all().stream().filter(Scenario::topic).toList());
            published = known;
        }
        return known.scenarios();
    }
}
