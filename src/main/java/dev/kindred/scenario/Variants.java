package dev.kindred.scenario;

import dev.kindred.experiment.Experiment;
import dev.kindred.model.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Other ways to make the lists of a scenario, and the experiment that compares them.
 *
 * @param others the variants beside the control, in the order of the experiment; they have the scenario's name and no
 *     variants
 */
public record Variants(Experiment experiment, List<Scenario> others) {

    public Variants {
        List<String> variants = experiment.variants();
        int expected = variants.size() - 1;
        Require.that(others.size() == expected, "others must be " + expected, others.size());
        List<Scenario> named = new ArrayList<>();
        for (Scenario other : others) {
            named.add(other.ranked(other.ranking().of(variants.get(named.size() + 1))));
        }
        others = List.copyOf(named);
    }

    Variants map(UnaryOperator<Scenario> change) {
        return new Variants(experiment, others.stream().map(change).toList());
    }

    /**
     * Equal designs with equal lists are equal: an experiment has no state.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Variants that
                && experiment.design().equals(that.experiment.design())
                && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return 31 * experiment.design().hashCode() + others.hashCode();
    }
}
