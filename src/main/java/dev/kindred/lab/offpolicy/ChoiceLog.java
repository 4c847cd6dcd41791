package dev.kindred.lab.offpolicy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The choices of one logging policy.
 *
 * @param name of the file
 * @param choices in the order of time; choices of the same millisecond keep the order of the file
 * @param actions all that could have been chosen, sorted
 */
public record ChoiceLog(String name, List<LoggedChoice> choices, NavigableSet<String> actions) {

    private static final double EQUAL = 0.01; // relative: propensities are often rounded

    public ChoiceLog {
        choices = choices.stream()
                .sorted(Comparator.comparingLong(LoggedChoice::timestampMs))
                .toList();
        actions = new TreeSet<>(actions);
        choices.stream().map(LoggedChoice::action).forEach(actions::add);
    }

    /** The same choices where further actions could have been chosen. */
    public ChoiceLog among(Collection<String> others) {
        NavigableSet<String> all = new TreeSet<>(actions);
        all.addAll(others);
        return new ChoiceLog(name, choices, all);
    }

    /**
     * The first choices, to learn a policy from. A moment is never divided, so nothing in it is as late as {@link #test}.
     *
     * @param share of all choices, in (0, 1)
     */
    public ChoiceLog training(double share) {
        return new ChoiceLog(name, choices.subList(0, cut(share)), actions);
    }

    /** The choices after {@link #training}. */
    public ChoiceLog test(double share) {
        return new ChoiceLog(name, choices.subList(cut(share), choices.size()), actions);
    }

    private int cut(double share) {
        int cut = (int) (share * choices.size());
        while (cut > 0 && choices.get(cut - 1).timestampMs() == choices.get(cut).timestampMs()) {
            cut--;
        }
        return cut;
    }

    /** Whether every action was equally probable, so that replay is without bias. */
    public boolean isUniform() {
        double even = 1.0 / actions.size();
        return choices.stream().allMatch(choice -> Math.abs(choice.propensity() - even) <= EQUAL * even);
    }

    /** The mean reward: what the logging policy earned. */
    public double meanReward() {
        return choices.stream().mapToDouble(LoggedChoice::reward).average().orElse(0);
    }
}
