package dev.kindred.vector;

import dev.kindred.model.Interaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slow twin of {@link UserVector}: a user's affinities and interests straight from the whole list of events. */
public final class BatchVector {

    private final VectorSettings settings;
    private final List<Interaction> events;
    private final long nowMs;

    /** One user's events, in the order of arrival. */
    public BatchVector(VectorSettings settings, List<Interaction> events) {
        this.settings = settings;
        this.events = List.copyOf(events);
        this.nowMs = events.stream().mapToLong(Interaction::timestampMs).max().orElse(0);
    }

    private double weight(Interaction event) {
        return settings.weights().of(event.type()) * event.strength();
    }

    /** Affinities as of the last event. */
    public Map<String, Double> affinities() {
        Map<String, Double> affinities = new HashMap<>();
        for (Interaction event : events) {
            double left = settings.affinityDecay().factor(nowMs - event.timestampMs());
            affinities.merge(event.itemId(), weight(event) * left, Double::sum);
        }
        return affinities;
    }

    /** Interests as of the last event. */
    public Map<String, Double> interests() {
        Map<String, Double> interests = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Interaction event = events.get(i);
            double left = settings.interestDecay().factor(nowMs - event.timestampMs())
                    * Math.pow(settings.step(), stepsAfter(i));
            interests.merge(event.itemId(), weight(event) * left, Double::sum);
        }
        return interests;
    }

    /** The number of events after a position that were later than all events before them. */
    private int stepsAfter(int position) {
        int steps = 0;
        long latestMs = events.get(0).timestampMs();
        for (int i = 1; i < events.size(); i++) {
            boolean isLater = events.get(i).timestampMs() > latestMs;
            steps += isLater && i > position ? 1 : 0;
            latestMs = Math.max(latestMs, events.get(i).timestampMs());
        }
        return steps;
    }

    double affinityNorm() {
        return norm(affinities());
    }

    double interestNorm() {
        return norm(interests());
    }

    private static double norm(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
    }
}
