package dev.kindred.lab.regret;

import dev.kindred.experiment.Allocation;
import dev.kindred.experiment.Arm;
import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.Experiment.Design;
import dev.kindred.experiment.Metric;
import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.lab.simulation.ListReaders;
import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Period;
import dev.kindred.model.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One experiment in one simulated shop. Shoppers visit the shop; after every fourth event its shopper looks at a list of their variant,
 * clicks by the model of {@link ListReaders}, and all strategies learn what was clicked.
 *
 * <p>The truth is known: at every look the probability of a click is computed for the lists of all variants. The regret of a look is
 * that of the variant which is the best one over the whole run, less that of the list which was shown.
 */
final class Trial {

    private static final int EVENTS_BETWEEN_LOOKS = 4;
    private static final int LOOKS_BETWEEN_SHARES = 50;
    private static final double MINIMUM_SHARE = 0.05;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final Allocator allocator;
    private final ShopSimulation shop;
    private final ListReaders readers;
    private final Experiment experiment;
    private final List<Contender> contenders;
    private final List<DailyCounts> counts = new ArrayList<>();
    private final int looks;
    private final double[][] truth; // by variant, by look: the probability of a click
    private final int[] shown; // the variant, by look
    private long clicked;

    private Trial(Allocator allocator, RegretSettings settings, int run) {
        this.allocator = allocator;
        this.shop = new ShopSimulation(settings.shop(run));
        this.readers = shop.readers();
        this.experiment = experiment(settings, run);
        var items = shop.items().toList();
        this.contenders = settings.variants().stream()
                .map(name -> settings.contenders().apply(name, items))
                .toList();
        this.looks = settings.looks();
        this.truth = new double[contenders.size()][looks];
        this.shown = new int[looks];
    }

    private static Experiment experiment(RegretSettings settings, int run) {
        int variants = settings.variants().size();
        List<Arm> arms = IntStream.range(0, variants)
                .mapToObj(variant -> new Arm(
                        variant == 0 ? Experiment.CONTROL : settings.variants().get(variant), 1.0 / variants))
                .toList();
        return new Experiment(new Design(
                "run " + run, arms, Period.ALWAYS, Allocation.THOMPSON, Metric.CTR, MINIMUM_SHARE, Duration.ofDays(7)));
    }

    static TrialResult run(Allocator allocator, RegretSettings settings, int run) {
        Trial trial = new Trial(allocator, settings, run);
        for (int i = 0; i < settings.events(); i++) {
            trial.learn(trial.shop.next());
        }
        trial.play();
        return new TrialResult(trial.truth, trial.shown, trial.clicked);
    }

    private void learn(Interaction event) {
        contenders.forEach(contender -> contender.learn(event));
    }

    private void play() {
        double[] shares = {};
        for (int look = 0; look < looks; look++) {
            Interaction last = shop.next();
            learn(last);
            for (int i = 1; i < EVENTS_BETWEEN_LOOKS; i++) {
                last = shop.next();
                learn(last);
            }
            if (look % LOOKS_BETWEEN_SHARES == 0) {
                shares = allocator.shares(experiment, counts, last.timestampMs());
            }
            look(look, last, shares);
        }
    }

    private void look(int look, Interaction last, double[] shares) {
        String user = last.userId();
        int variant = experiment.variantOf(UserKey.of(user), shares);
        List<List<String>> lists = contenders.stream()
                .map(contender -> contender.recommend(user, last.timestampMs()))
                .toList();
        for (int i = 0; i < lists.size(); i++) {
            truth[i][look] = readers.clickProbability(user, lists.get(i));
        }
        shown[look] = variant;
        boolean isClicked = false;
        for (Interaction event : readers.read(user, lists.get(variant), Optional.empty(), last.timestampMs())) {
            if (event.type().isTouch()) {
                isClicked |= event.type() == InteractionType.CLICK;
                learn(event);
            }
        }
        count(variant, isClicked, last.timestampMs());
    }

    private void count(int variant, boolean isClicked, long timeMs) {
        clicked += isClicked ? 1 : 0;
        counts.add(new DailyCounts(
                Math.floorDiv(timeMs, DAY_MS),
                experiment.variants().get(variant),
                new Counts(1, isClicked ? 1 : 0, 0, 1)));
    }
}
