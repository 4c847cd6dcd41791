package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import java.util.List;
import java.util.stream.Stream;

/** A contender whose short lists are filled up by another one. */
final class FilledUp implements Contender {

    private final Contender first;
    private final Contender second;
    private final int size;

    FilledUp(Contender first, Contender second, int size) {
        this.first = first;
        this.second = second;
        this.size = size;
    }

    @Override
    public void learn(Interaction event) {
        first.learn(event);
        second.learn(event);
    }

    @Override
    public void observe(Interaction event) {
        first.observe(event);
        second.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        List<String> list = first.recommend(userId, asOfMs);
        if (list.size() >= size) {
            return list;
        }
        return Stream.concat(list.stream(), second.recommend(userId, asOfMs).stream())
                .distinct()
                .limit(size)
                .toList();
    }
}
